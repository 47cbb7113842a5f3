import type { MoveName } from '@nianbao/core';
import type { ReportDetail } from './workspace.ts';

/** The server's answer on one move: allowed, or refused with what stands in the way; null where it isn't this person's. */
export function optionOf(detail: Pick<ReportDetail, 'moves'>, name: MoveName): ReportDetail['moves'][number] | null {
  const option = detail.moves.find(({ move }) => move === name);
  const isTheirs = option?.refusals.every(({ code }) => code !== 'not-allowed' && code !== 'wrong-state') ?? false;
  return option !== undefined && (option.allowed || isTheirs) ? option : null;
}

/** True where the person may change the report's content now. */
export function mayEdit(detail: Pick<ReportDetail, 'moves' | 'state'>): boolean {
  return (detail.state === 'draft' || detail.state === 'returned') && optionOf(detail, 'edit')?.allowed === true;
}
