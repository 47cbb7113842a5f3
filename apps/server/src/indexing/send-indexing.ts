import type { Database } from '@nianbao/database';
import type { RequestContext } from '../api/request-context.ts';
import { jobKinds } from '../jobs/job-kinds.ts';
import { Remembered } from '../memory/remembered.ts';

/** While somebody types, a report is indexed no more often than this; in milliseconds. */
const slotLength = 20_000;
/** Time in which a save is certainly committed, in milliseconds. */
const margin = 5_000;

/** Each report's slots begin at a moment of their own, so that not all are indexed at once. */
const shiftOf = (reportId: string): number => Number.parseInt(reportId.slice(0, 4), 16) % slotLength;

/** What is saved within one slot is indexed by one job, after its end. */
const slotOf = (reportId: string, now: Date): number => Math.floor((now.getTime() + shiftOf(reportId)) / slotLength);
const endOf = (reportId: string, slot: number): Date => new Date((slot + 1) * slotLength - shiftOf(reportId) + margin);

export interface Indexed {
  readonly reportId: string;
  /** Soon, as after a move; else after a pause in which more may be saved. */
  readonly soon?: boolean;
}

/** Reports for which this process knows of a job, with its slot. */
const sent = new Remembered<number>(10_000);

/** Whether there is a job for what is saved at this moment. */
export const isIndexingSent = (reportId: string, now: Date): boolean => sent.get(reportId) === slotOf(reportId, now);

/**
 * Notes that there is a job, once the transaction that sent it has committed; only where the request's moment is that of
 * the clock by which jobs are done.
 */
export function rememberIndexing(reportId: string, now: Date): void {
  if (Math.abs(Date.now() - now.getTime()) < margin) sent.set(reportId, slotOf(reportId, now));
}

/** Has search and similarity brought up to date with a report once the transaction has committed. */
export async function sendIndexing(
  { jobs, now }: Pick<RequestContext, 'jobs' | 'now'>,
  transaction: Database,
  { reportId, soon = false }: Indexed,
): Promise<void> {
  const slot = slotOf(reportId, now);
  const when = soon ? { key: `${reportId}/soon` } : { key: `${reportId}/${slot}`, at: endOf(reportId, slot) };
  await jobs.send(transaction, { kind: jobKinds.indexReport, data: { reportId }, ...when });
}
