import type { Action } from '@nianbao/core';
import { isAllowed } from '@nianbao/core';
import type { AgencyRow } from '@nianbao/database';
import { findAgency } from '@nianbao/database';
import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { openReport } from '../access/opened-report.ts';
import { agenciesFor, grantsTowards } from '../access/standing.ts';
import { errorBody } from '../errors/error-body.ts';
import { ServiceError } from '../errors/service-error.ts';
import type { PersonAccess } from '../people/opened-person.ts';
import { openPerson } from '../people/opened-person.ts';
import { agencyIdSchema, reportIdSchema } from './ids.ts';
import type { ServerContext } from './request-context.ts';

/**
 * What a procedure is about: a `list` of whatever the caller may see, one `agency`, one `report`, one `person`, or the whole
 * `system`.
 */
export const reaches = ['list', 'agency', 'report', 'person', 'system'] as const;

/**
 * What a procedure needs besides rows of the permissions table: nothing but the caller's own session (`ownSession`, for
 * everybody), an account that is signed in and not a token (`ownAccount`), or a one-time link (`ownLink`).
 */
export const ownAccess = ['ownSession', 'ownAccount', 'ownLink'] as const;

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
      const body = errorBody(error, ctx?.requestId ?? '');
      return { ...shape, message: body.message.en, data: body };
    },
  });

export const router = t.router;

/** For everybody, signed in or not; tells nothing but who asks. */
export const sessionProcedure = t.procedure.meta({ access: 'ownSession', reach: 'list' });

/** For everybody; may reach only what is published. */
export const publicProcedure = t.procedure.meta({ access: 'published.read', reach: 'list' });

/** The same for what searches: limited by account, token or address. */
export const publicSearchProcedure = publicProcedure.use(async ({ ctx, next }) => {
  await ctx.limits.take('publicSearch', [ctx.person?.id ?? ctx.address ?? '']);
  return next();
});

/** For whoever holds a one-time link, or asks for one. */
export const linkProcedure = t.procedure.meta({ access: 'ownLink', reach: 'list' });

/** For what people do to their own account. A token has none. */
export const accountProcedure = t.procedure.meta({ access: 'ownAccount', reach: 'list' }).use(({ ctx, next }) => {
  const { person, sessionId } = ctx;
  if (person === null) throw new ServiceError('NOT_SIGNED_IN');
  if (sessionId === null) throw new ServiceError('NOT_ALLOWED');
  return next({ ctx: { ...ctx, person, sessionId } });
});

/** For people who are signed in; the use case looks only at agencies where the table allows them the action. */
export const signedInProcedure = (action: Action, reach: ProcedureMeta['reach'] = 'list') =>
  t.procedure.meta({ access: action, reach }).use(({ ctx, next }) => {
    const { person } = ctx;
    if (person === null) throw new ServiceError('NOT_SIGNED_IN');
    return next({ ctx: { ...ctx, person } });
  });

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

/** For one report, named by `id` or `reportId`; see `openReport` for what others get. */
export const reportProcedure = (action: Action) =>
  signedInProcedure(action, 'report').use(async ({ ctx, getRawInput, next }) => {
    const reference = reportReference.safeParse(await getRawInput());
    if (!reference.success) throw new ServiceError('NOT_FOUND');
    const opened = await openReport(ctx.database, reference.data, { person: ctx.person, action });
    return next({ ctx: { ...ctx, opened } });
  });

const agencyReference = z.object({ agencyId: agencyIdSchema });

/** For one agency, named by `agencyId`; one that may not be seen looks the same as one that does not exist. */
export const agencyProcedure = (action: Action) =>
  signedInProcedure(action, 'agency').use(async ({ ctx, getRawInput, next }) => {
    const reference = agencyReference.safeParse(await getRawInput());
    const agency: AgencyRow | null = reference.success ? await findAgency(ctx.database, reference.data.agencyId) : null;
    if (agency === null) throw new ServiceError('NOT_FOUND');
    const grants = await grantsTowards(ctx.database, ctx.person, agency.id);
    if (!isAllowed('agency.read', grants)) throw new ServiceError('NOT_FOUND');
    if (!isAllowed(action, grants)) throw new ServiceError('NOT_ALLOWED');
    return next({ ctx: { ...ctx, agency } });
  });

const personReference = z.object({ personId: z.string().max(100) });

/** For one person, named by `personId`; see `openPerson` for what others get. */
export const personProcedure = (action: PersonAccess['action']) =>
  signedInProcedure(action, 'person').use(async ({ ctx, getRawInput, next }) => {
    const reference = personReference.safeParse(await getRawInput());
    if (!reference.success) throw new ServiceError('NOT_FOUND');
    const target = await openPerson(ctx.database, reference.data.personId, { actor: ctx.person, action });
    return next({ ctx: { ...ctx, target } });
  });
