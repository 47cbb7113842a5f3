import type { Refusal } from '@nianbao/core';
import { moveNames, refusalText, reportStates } from '@nianbao/core';
import { lockReport } from '@nianbao/database';
import { z } from 'zod';
import { reportIdSchema } from '../api/ids.ts';
import { ServiceError } from '../errors/service-error.ts';
import type { ReportContext } from './make-move.ts';
import { makeMove } from './make-move.ts';
import { isStorable, storableMessage } from './storable-text.ts';

export const moveReportInput = z.object({
  id: reportIdSchema,
  /** The revision that the person looked at: nothing else is submitted, approved, accepted or published. */
  revision: z.int().min(1),
  move: z.enum(moveNames).exclude(['edit']),
  reason: z.string().trim().min(1).max(2000).refine(isStorable, { message: storableMessage }).nullish(),
});

export const moveReportOutput = z.object({ revision: z.int(), state: z.enum(reportStates) });

export function refusalBodies(refusals: readonly Refusal[]) {
  return refusals.map((refusal) => ({ code: refusal.code, ...refusalText(refusal) }));
}

/** Says why a move is refused. */
export function refuseMove(refusals: readonly Refusal[]): never {
  const forbidden = refusals.some(({ code }) => code === 'not-allowed');
  throw new ServiceError(forbidden ? 'NOT_ALLOWED' : 'MOVE_REFUSED', { refusals: refusalBodies(refusals) });
}

/**
 * Makes a move of the lifecycle: submit, return, approve, accept, publish, correct and the ways back. Core decides
 * whether it may be.
 */
export async function moveReport(
  context: ReportContext,
  { revision: seen, move, reason = null }: z.infer<typeof moveReportInput>,
): Promise<z.infer<typeof moveReportOutput>> {
  return context.database.transaction(async (transaction) => {
    const report = await lockReport(transaction, context.opened.report.id);
    if (report === null) throw new ServiceError('NOT_FOUND');
    const made = await makeMove(context, transaction, { report, move, reason });
    if (!made.ok) return refuseMove(made.refusals);
    if (seen !== report.revision) throw new ServiceError('STALE_REVISION', { revision: report.revision });
    const { revision, state } = made;
    return { revision, state };
  });
}
