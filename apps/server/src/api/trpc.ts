import type { Action } from '@nianbao/core';
import type { Database } from '@nianbao/database';
import { isStatementTimeout } from '@nianbao/database';
import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { openAgency } from '../access/opened-agency.ts';
import { openedCampaign } from '../access/opened-campaign.ts';
import type { ReportAccess } from '../access/opened-report.ts';
import { openFigures, openReport } from '../access/opened-report.ts';
import { agenciesFor } from '../access/standing.ts';
import { errorBody } from '../errors/error-body.ts';
import { requestOf } from '../errors/failed-request.ts';
import { ServiceError } from '../errors/service-error.ts';
import type { Person } from '../identity/person.ts';
import type { PersonAccess } from '../people/opened-person.ts';
import { openPerson } from '../people/opened-person.ts';
import { isStorable, storableMessage } from '../reports/storable-text.ts';
import { agencyIdSchema, campaignIdSchema, reportIdSchema } from './ids.ts';
import type { ServerContext } from './request-context.ts';

/**
 * What a procedure is about: a `list` of whatever the caller may see, the caller them`self`, one `agency`, `report`,
 * `campaign` or `person`, or the whole `system`.
 */
export const reaches = ['list', 'self', 'agency', 'report', 'campaign', 'person', 'system'] as const;

/**
 * What a procedure needs besides rows of the permissions table: nothing but the caller's own session, or a one-time link.
 */
export const ownAccess = ['ownSession', 'ownLink'] as const;

/** What a procedure needs and how far it reaches. */
export interface ProcedureMeta {
  readonly access: Action | (typeof ownAccess)[number];
  readonly reach: (typeof reaches)[number];
}

const t = initTRPC
  .context<ServerContext>()
  .meta<ProcedureMeta>()
  .create({
    errorFormatter: ({ shape, error, ctx }) => {
      const body = errorBody(error, ctx?.requestId ?? requestOf(error));
      return { ...shape, message: body.message.en, data: body };
    },
  });

export const router = t.router;

/**
 * What every procedure begins with: text that cannot be stored is refused wherever it stands, and a statement that the
 * database gave up for its length is told as that.
 */
const procedure = t.procedure.use(async ({ getRawInput, next }) => {
  if (!isStorable(await getRawInput())) {
    throw new ServiceError('BAD_INPUT', { issues: [{ path: [], message: storableMessage }] });
  }
  const result = await next();
  if (!result.ok && isStatementTimeout(result.error)) throw new ServiceError('TOO_SLOW');
  return result;
});

const signedIn = ({ person }: ServerContext): Person => {
  if (person === null) throw new ServiceError('NOT_SIGNED_IN');
  return person;
};

/** For everybody, signed in or not; tells nothing but who asks. */
export const sessionProcedure = procedure.meta({ access: 'ownSession', reach: 'list' });

/** For whoever is signed in, about nothing but themselves. */
export const ownProcedure = procedure
  .meta({ access: 'ownSession', reach: 'self' })
  .use(({ ctx, next }) => next({ ctx: { person: signedIn(ctx) } }));

/** For everybody; may reach only what is published. */
export const publicProcedure = procedure.meta({ access: 'published.read', reach: 'list' });

const searching = z.union([z.object({ search: z.string().min(1) }), z.object({ query: z.string().min(1) })]);

/** The same for what may search, by a word in `search` or a `query`, which is limited by account, token or address. */
export const publicSearchProcedure = publicProcedure.use(async ({ ctx, getRawInput, next }) => {
  const isSearch = searching.safeParse(await getRawInput()).success;
  if (isSearch) await ctx.limits.take('publicSearch', [ctx.person?.id ?? ctx.address ?? '']);
  return next();
});

/** For whoever holds a one-time link, or asks for one. */
export const linkProcedure = procedure.meta({ access: 'ownLink', reach: 'list' });

/** For what people do to their own account. A token has none. */
export const accountProcedure = ownProcedure.use(({ ctx, next }) => {
  const { sessionId } = ctx;
  if (sessionId === null) throw new ServiceError('NOT_ALLOWED');
  return next({ ctx: { sessionId } });
});

/** For people who are signed in; the use case looks only at agencies where the table allows them the action. */
export const signedInProcedure = (action: Action, reach: ProcedureMeta['reach'] = 'list') =>
  procedure.meta({ access: action, reach }).use(({ ctx, next }) => next({ ctx: { person: signedIn(ctx) } }));

/** For what belongs to no agency, such as jobs: needs the action at the top of a tree of agencies. */
export const systemProcedure = (action: Action) =>
  signedInProcedure(action, 'system').use(async ({ ctx, next }) => {
    const allowed = await agenciesFor(ctx.database, ctx.person, action);
    if (!allowed.some(({ parentId }) => parentId === null)) throw new ServiceError('NOT_ALLOWED');
    return next();
  });

const reportReference = z.union([
  z.object({ id: reportIdSchema }).transform(({ id }) => id),
  z.object({ reportId: reportIdSchema }).transform(({ reportId }) => reportId),
  z
    .instanceof(FormData)
    .transform((form) => form.get('reportId'))
    .pipe(reportIdSchema),
]);

const openingReport = <Opened>(
  action: Action,
  open: (database: Database, reference: string, access: ReportAccess) => Promise<Opened>,
) =>
  procedure.meta({ access: action, reach: 'report' }).use(async ({ ctx, getRawInput, next }) => {
    const person = signedIn(ctx);
    const reference = reportReference.safeParse(await getRawInput());
    if (!reference.success) throw new ServiceError('NOT_FOUND');
    const opened = await open(ctx.database, reference.data, { person, action });
    return next({ ctx: { person, opened } });
  });

/** For one report, named by `id` or `reportId`; see `openReport` for what others get. */
export const reportProcedure = (action: Action) => openingReport(action, openReport);

/** The same for what needs the figures of a report and none of its words. */
export const figuresProcedure = (action: Action) => openingReport(action, openFigures);

const agencyReference = z.union([
  z.object({ agencyId: agencyIdSchema }).transform(({ agencyId }) => agencyId),
  z.object({ parentId: agencyIdSchema }).transform(({ parentId }) => parentId),
  z
    .instanceof(FormData)
    .transform((form) => form.get('agencyId'))
    .pipe(agencyIdSchema),
]);

/** For one agency, named by `agencyId`, or by `parentId` for what comes under it; see `openAgency` for what others get. */
export const agencyProcedure = (action: Action) =>
  signedInProcedure(action, 'agency').use(async ({ ctx, getRawInput, next }) => {
    const reference = agencyReference.safeParse(await getRawInput());
    if (!reference.success) throw new ServiceError('NOT_FOUND');
    const agency = await openAgency(ctx.database, reference.data, { person: ctx.person, action });
    return next({ ctx: { agency } });
  });

const campaignReference = z.object({ campaignId: campaignIdSchema });

/** For one campaign, named by `campaignId`. */
export const campaignProcedure = (action: Action) =>
  signedInProcedure(action, 'campaign').use(async ({ ctx, getRawInput, next }) => {
    const reference = campaignReference.safeParse(await getRawInput());
    if (!reference.success) throw new ServiceError('NOT_FOUND');
    const { person } = ctx;
    const campaign = await openedCampaign(ctx.database, reference.data.campaignId, { person, action });
    return next({ ctx: { campaign } });
  });

const personReference = z.object({ personId: z.string().max(100) });

/** For one person, named by `personId`; see `openPerson` for what others get. */
export const personProcedure = (action: PersonAccess['action']) =>
  signedInProcedure(action, 'person').use(async ({ ctx, getRawInput, next }) => {
    const reference = personReference.safeParse(await getRawInput());
    if (!reference.success) throw new ServiceError('NOT_FOUND');
    const target = await openPerson(ctx.database, reference.data.personId, { actor: ctx.person, action });
    return next({ ctx: { target } });
  });
