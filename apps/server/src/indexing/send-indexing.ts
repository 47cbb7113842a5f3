import type { Database } from '@nianbao/database';
import type { RequestContext } from '../api/request-context.ts';
import { jobKinds } from '../jobs/job-kinds.ts';

/** While somebody types, a report is indexed no more often than this. */
const pause = 20_000;

export interface Indexed {
  readonly reportId: string;
  /** Soon, as after a move; else after a pause in which more may be saved. */
  readonly soon?: boolean;
}

/** Has search and similarity brought up to date with a report once the transaction has committed. */
export async function sendIndexing(
  { jobs, now }: Pick<RequestContext, 'jobs' | 'now'>,
  transaction: Database,
  { reportId, soon = false }: Indexed,
): Promise<void> {
  const kind = jobKinds.indexReport;
  const when = soon ? { key: `${reportId}/soon` } : { key: reportId, at: new Date(now.getTime() + pause) };
  await jobs.send(transaction, { kind, data: { reportId }, ...when });
}
