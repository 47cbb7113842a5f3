import { accountRouter } from './account/account-router.ts';
import { agenciesRouter } from './agencies/agencies-router.ts';
import {
  agencyProcedure,
  ownProcedure,
  publicProcedure,
  publicSearchProcedure,
  reportProcedure,
  router,
  sessionProcedure,
  signedInProcedure,
  systemProcedure,
} from './api/trpc.ts';
import { attachmentsRouter } from './attachments/attachments-router.ts';
import { listAudit, listAuditInput, listAuditOutput } from './audit/list-audit.ts';
import { campaignsRouter } from './campaigns/campaigns-router.ts';
import { commentsRouter } from './comments/comments-router.ts';
import { comparePublished, comparePublishedInput } from './comparisons/compare-published.ts';
import { comparisonSchema } from './comparisons/compare-versions.ts';
import { exportsRouter } from './exports/exports-router.ts';
import { acceptImport, acceptImportInput } from './imports/accept-import.ts';
import { readImport, readImportInput } from './imports/read-import.ts';
import { readImportOutput } from './imports/read-output.ts';
import {
  listParkedJobs,
  listParkedOutput,
  settleParkedInput,
  settleParkedJob,
  settleParkedOutput,
} from './jobs/parked-jobs.ts';
import {
  listNotifications,
  listNotificationsInput,
  listNotificationsOutput,
  markRead,
  markReadInput,
  markReadOutput,
} from './notifications/notifications.ts';
import { peopleRouter } from './people/people-router.ts';
import { getPublished, getPublishedInput, getPublishedOutput } from './published/get-published.ts';
import { listPublished, listPublishedInput, listPublishedOutput } from './published/list-published.ts';
import { reportsRouter } from './reports/reports-router.ts';
import { writtenSchema } from './reports/write-changes.ts';
import { getRollUp, getRollUpInput, getRollUpOutput } from './roll-up/get-roll-up.ts';
import { openRollUp, openRollUpInput, openRollUpOutput } from './roll-up/open-roll-up.ts';
import { rollUpState, rollUpStateInput, rollUpStateOutput } from './roll-up/roll-up-state.ts';
import { setAdditions, setAdditionsInput, setAdditionsOutput } from './roll-up/set-additions.ts';
import { takeRollUp, takeRollUpInput, takeRollUpOutput } from './roll-up/take-roll-up.ts';
import { searchAll, searchAllInput, searchAllOutput } from './search/search-all.ts';
import { searchPublished, searchPublishedInput, searchPublishedOutput } from './search/search-published.ts';
import { me, meOutput } from './session/me.ts';
import { signInOptions, signInOptionsOutput } from './session/sign-in-options.ts';
import { compareSimilar, compareSimilarInput, compareSimilarOutput } from './similarity/compare-similar.ts';
import { listSimilar, listSimilarInput, listSimilarOutput } from './similarity/list-similar.ts';
import { tokensRouter } from './tokens/tokens-router.ts';
import { webhooksRouter } from './webhooks/webhooks-router.ts';

/** Every call that the API answers, each with the row of the permissions table that it needs. */
export const appRouter = router({
  session: router({
    me: sessionProcedure.output(meOutput).query(({ ctx }) => me(ctx)),
    options: sessionProcedure.output(signInOptionsOutput).query(({ ctx }) => signInOptions(ctx)),
  }),
  account: accountRouter,
  people: peopleRouter,
  tokens: tokensRouter,
  agencies: agenciesRouter,
  reports: reportsRouter,
  comments: commentsRouter,
  attachments: attachmentsRouter,
  campaigns: campaignsRouter,
  exports: exportsRouter,
  notifications: router({
    list: ownProcedure
      .input(listNotificationsInput)
      .output(listNotificationsOutput)
      .query(({ ctx, input }) => listNotifications(ctx, input)),
    markRead: ownProcedure
      .input(markReadInput)
      .output(markReadOutput)
      .mutation(({ ctx, input }) => markRead(ctx, input)),
  }),
  audit: router({
    list: agencyProcedure('audit.read')
      .input(listAuditInput)
      .output(listAuditOutput)
      .query(({ ctx, input }) => listAudit(ctx, input)),
  }),
  webhooks: webhooksRouter,
  imports: router({
    read: reportProcedure('report.edit')
      .input(readImportInput)
      .output(readImportOutput)
      .mutation(({ ctx, input }) => readImport(ctx, input)),
    accept: reportProcedure('report.edit')
      .input(acceptImportInput)
      .output(writtenSchema)
      .mutation(({ ctx, input }) => acceptImport(ctx, input)),
  }),
  jobs: router({
    listParked: systemProcedure('job.manage')
      .output(listParkedOutput)
      .query(({ ctx }) => listParkedJobs(ctx)),
    settleParked: systemProcedure('job.manage')
      .input(settleParkedInput)
      .output(settleParkedOutput)
      .mutation(({ ctx, input }) => settleParkedJob(ctx, input)),
  }),
  rollUp: router({
    get: agencyProcedure('rollUp.read')
      .input(getRollUpInput)
      .output(getRollUpOutput)
      .query(({ ctx, input }) => getRollUp(ctx, input)),
    open: agencyProcedure('rollUp.read')
      .input(openRollUpInput)
      .output(openRollUpOutput)
      .query(({ ctx, input }) => openRollUp(ctx, input)),
    state: reportProcedure('rollUp.read')
      .input(rollUpStateInput)
      .output(rollUpStateOutput)
      .query(({ ctx }) => rollUpState(ctx)),
    take: reportProcedure('report.edit')
      .input(takeRollUpInput)
      .output(takeRollUpOutput)
      .mutation(({ ctx, input }) => takeRollUp(ctx, input)),
    setAdditions: reportProcedure('report.edit')
      .input(setAdditionsInput)
      .output(setAdditionsOutput)
      .mutation(({ ctx, input }) => setAdditions(ctx, input)),
  }),
  similarity: router({
    list: signedInProcedure('similarity.read')
      .input(listSimilarInput)
      .output(listSimilarOutput)
      .query(({ ctx, input }) => listSimilar(ctx, input)),
    compare: reportProcedure('similarity.read')
      .input(compareSimilarInput)
      .output(compareSimilarOutput)
      .query(({ ctx, input }) => compareSimilar(ctx, input)),
  }),
  search: router({
    all: signedInProcedure('report.read')
      .input(searchAllInput)
      .output(searchAllOutput)
      .query(({ ctx, input }) => searchAll(ctx, input)),
  }),
  published: router({
    list: publicSearchProcedure
      .input(listPublishedInput)
      .output(listPublishedOutput)
      .query(({ ctx, input }) => listPublished(ctx, input)),
    search: publicSearchProcedure
      .input(searchPublishedInput)
      .output(searchPublishedOutput)
      .query(({ ctx, input }) => searchPublished(ctx, input)),
    get: publicProcedure
      .input(getPublishedInput)
      .output(getPublishedOutput)
      .query(({ ctx, input }) => getPublished(ctx, input)),
    compare: publicProcedure
      .input(comparePublishedInput)
      .output(comparisonSchema)
      .query(({ ctx, input }) => comparePublished(ctx, input)),
  }),
});

export type AppRouter = typeof appRouter;
