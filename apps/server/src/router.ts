import { agenciesRouter } from './agencies/agencies-router.ts';
import {
  ownProcedure,
  publicProcedure,
  reportProcedure,
  router,
  sessionProcedure,
  systemProcedure,
} from './api/trpc.ts';
import { attachmentsRouter } from './attachments/attachments-router.ts';
import { campaignsRouter } from './campaigns/campaigns-router.ts';
import { commentsRouter } from './comments/comments-router.ts';
import { comparePublished, comparePublishedInput } from './comparisons/compare-published.ts';
import { comparisonSchema } from './comparisons/compare-versions.ts';
import { acceptImport, acceptImportInput } from './imports/accept-import.ts';
import { readImport, readImportInput } from './imports/read-import.ts';
import { listParkedJobs, settleParkedInput, settleParkedJob } from './jobs/parked-jobs.ts';
import {
  listNotifications,
  listNotificationsInput,
  listNotificationsOutput,
  markRead,
  markReadInput,
  markReadOutput,
} from './notifications/notifications.ts';
import { getPublished, getPublishedInput } from './published/get-published.ts';
import { listPublished, listPublishedInput } from './published/list-published.ts';
import { reportsRouter } from './reports/reports-router.ts';
import { me } from './session/me.ts';
import { webhooksRouter } from './webhooks/webhooks-router.ts';

/** Every call that the API answers, each with the row of the permissions table that it needs. */
export const appRouter = router({
  session: router({
    me: sessionProcedure.query(({ ctx }) => me(ctx)),
  }),
  agencies: agenciesRouter,
  reports: reportsRouter,
  comments: commentsRouter,
  attachments: attachmentsRouter,
  campaigns: campaignsRouter,
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
  webhooks: webhooksRouter,
  imports: router({
    read: reportProcedure('report.edit')
      .input(readImportInput)
      .mutation(({ ctx, input }) => readImport(ctx, input)),
    accept: reportProcedure('report.edit')
      .input(acceptImportInput)
      .mutation(({ ctx, input }) => acceptImport(ctx, input)),
  }),
  jobs: router({
    listParked: systemProcedure('job.manage').query(({ ctx }) => listParkedJobs(ctx)),
    settleParked: systemProcedure('job.manage')
      .input(settleParkedInput)
      .mutation(({ ctx, input }) => settleParkedJob(ctx, input)),
  }),
  published: router({
    list: publicProcedure.input(listPublishedInput).query(({ ctx, input }) => listPublished(ctx, input)),
    get: publicProcedure.input(getPublishedInput).query(({ ctx, input }) => getPublished(ctx, input)),
    compare: publicProcedure
      .input(comparePublishedInput)
      .output(comparisonSchema)
      .query(({ ctx, input }) => comparePublished(ctx, input)),
  }),
});

export type AppRouter = typeof appRouter;
