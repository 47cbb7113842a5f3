import type { Database } from '@nianbao/database';
import type { RequestContext } from '../api/request-context.ts';
import { jobKinds } from '../jobs/job-kinds.ts';
import { Remembered } from '../memory/remembered.ts';

/** While somebody types, a report is indexed no more often than this. */
const pause = 20_000;

export interface Indexed {
  readonly reportId: string;
  /** Soon, as after a move; else after a pause in which more may be saved. */
  readonly soon?: boolean;
}

/**
 * Reports for which this process has sent a job, with the moment (ms) at which that job looks: what is saved well before
 * is seen by it, and needs none of its own.
 */
const sent = new Remembered<number>(10_000);

/** Time in which a save is certainly committed, in milliseconds. */
const margin = 5_000;

/** Whether a job that waits will see what is saved at this moment. */
export const isIndexingSent = (reportId: string, now: Date): boolean =>
  (sent.get(reportId) ?? 0) - margin > now.getTime();

/** Notes that a job was sent, once its transaction has committed; only where the request's moment is the database's. */
export function rememberIndexing(reportId: string, now: Date): void {
  if (Math.abs(Date.now() - now.getTime()) < margin) sent.set(reportId, now.getTime() + pause);
}

/** Has search and similarity brought up to date with a report once the transaction has committed. False when a job waits. */
export async function sendIndexing(
  { jobs, now }: Pick<RequestContext, 'jobs' | 'now'>,
  transaction: Database,
  { reportId, soon = false }: Indexed,
): Promise<boolean> {
  const kind = jobKinds.indexReport;
  const when = soon ? { key: `${reportId}/soon` } : { key: reportId, at: new Date(now.getTime() + pause) };
  return jobs.send(transaction, { kind, data: { reportId }, ...when });
}
