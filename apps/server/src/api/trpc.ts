import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { findAgency, findReport } from '@nianbao/database';
import type { AgencyRow, ReportWithAgency } from '@nianbao/database';
import { allows, standingsTowards } from '../access/standing.ts';
import type { Standing } from '../access/standing.ts';
import type { Action } from '../access/permissions.ts';
import { errorBody } from '../errors/error-body.ts';
import { ServiceError } from '../errors/service-error.ts';
import { agencyIdSchema, reportIdSchema } from './ids.ts';
import type { RequestContext } from './request-context.ts';

/** What a procedure needs: `public`, merely being signed in, or a row of the permissions table. */
export interface ProcedureMeta {
  readonly access: 'public' | 'signedIn' | Action;
}

const t = initTRPC
  .context<RequestContext>()
  .meta<ProcedureMeta>()
  .create({
    errorFormatter: ({ shape, error, ctx }) => {
      const body = errorBody(error, ctx?.requestId ?? '');
      return { ...shape, message: body.en, data: body };
    },
  });

export const router = t.router;

/** For everybody; may reach only what is published. */
export const publicProcedure = t.procedure.meta({ access: 'public' });

/** For whoever is signed in; what they see is narrowed by the use case to where they have a role. */
export const signedInProcedure = t.procedure.meta({ access: 'signedIn' }).use(({ ctx, next }) => {
  const { person } = ctx;
  if (person === null) throw new ServiceError('NOT_SIGNED_IN');
  return next({ ctx: { ...ctx, person } });
});

/** A report that the person may see, and what they are towards its agency. */
export interface OpenedReport extends ReportWithAgency {
  readonly standings: readonly Standing[];
}

const reportReference = z.union([
  z.object({ id: reportIdSchema }).transform(({ id }) => id),
  z.object({ reportId: reportIdSchema }).transform(({ reportId }) => reportId),
  z
    .instanceof(FormData)
    .transform((form) => form.get('reportId'))
    .pipe(reportIdSchema),
]);

/**
 * For one report, named by `id` or `reportId`. Somebody else's report looks the same as one that does not exist; one
 * that may be seen but not acted on is refused as such.
 */
export const reportProcedure = (action: Action) =>
  signedInProcedure.meta({ access: action }).use(async ({ ctx, getRawInput, next }) => {
    const reference = reportReference.safeParse(await getRawInput());
    if (!reference.success) throw new ServiceError('NOT_FOUND');
    const found = await findReport(ctx.database, reference.data);
    if (found === null) throw new ServiceError('NOT_FOUND');
    const standings = await standingsTowards(ctx.database, ctx.person, found.report.agencyId);
    if (!allows(standings, 'report.view')) throw new ServiceError('NOT_FOUND');
    if (!allows(standings, action)) throw new ServiceError('NOT_ALLOWED');
    const opened: OpenedReport = { ...found, standings };
    return next({ ctx: { ...ctx, opened } });
  });

const agencyReference = z.object({ agencyId: agencyIdSchema });

/** For one agency, named by `agencyId`; one that may not be seen looks the same as one that does not exist. */
export const agencyProcedure = (action: Action) =>
  signedInProcedure.meta({ access: action }).use(async ({ ctx, getRawInput, next }) => {
    const reference = agencyReference.safeParse(await getRawInput());
    const agency: AgencyRow | null = reference.success ? await findAgency(ctx.database, reference.data.agencyId) : null;
    if (agency === null) throw new ServiceError('NOT_FOUND');
    const standings = await standingsTowards(ctx.database, ctx.person, agency.id);
    if (!allows(standings, 'agency.view')) throw new ServiceError('NOT_FOUND');
    if (!allows(standings, action)) throw new ServiceError('NOT_ALLOWED');
    return next({ ctx: { ...ctx, agency } });
  });
