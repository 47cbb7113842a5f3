import type { MoveName } from '@nianbao/core';
import type { ReportDetail } from './workspace.ts';

/** A move that a person asks for by a button. Editing is asked for by typing. */
export type AskedMove = Exclude<MoveName, 'edit'>;

/** Refusals that say that a move is not for this person or this report at all, rather than what stands in its way. */
const outOfPlace: ReadonlySet<string> = new Set(['not-allowed', 'wrong-state', 'no-correction']);

/** The server's answer on one move: allowed, or refused with what stands in the way; null where it isn't this person's. */
export function optionOf(detail: Pick<ReportDetail, 'moves'>, name: AskedMove): ReportDetail['moves'][number] | null {
  const option = detail.moves.find(({ move }) => move === name);
  const isTheirs = option?.refusals.every(({ code }) => !outOfPlace.has(code)) ?? false;
  return option !== undefined && (option.allowed || isTheirs) ? option : null;
}

/** True where the person may change the report's content now. */
export function mayEdit({ permissions, state }: Pick<ReportDetail, 'permissions' | 'state'>): boolean {
  return (state === 'draft' || state === 'returned') && permissions.includes('report.edit');
}
