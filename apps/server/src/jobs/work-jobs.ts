import type { Database, JobQueue } from '@nianbao/database';
import { openJobQueue } from '@nianbao/database';
import type { Logger } from 'pino';
import { sealAudit } from '../audit/seal-audit.ts';
import { indexReport } from '../indexing/index-report.ts';
import { indexAgencies } from '../search/index-agencies.ts';
import { jobKinds } from './job-kinds.ts';

export interface JobParts {
  /** The address of the database, for the queue's own connection. */
  readonly url: string;
  readonly database: Database;
  readonly log: Logger;
  readonly now: () => Date;
}

export interface JobSettings {
  /** Do the work in this process, and send what repeats. */
  readonly works: boolean;
  /** Seconds between looks for new jobs. */
  readonly pollEvery?: number;
}

/** Opens the queue, and takes on the work of every kind in this process. */
export async function openJobs(parts: JobParts, { works, pollEvery = 2 }: JobSettings): Promise<JobQueue> {
  const { log } = parts;
  const queue = await openJobQueue(parts, {
    ...{ kinds: Object.values(jobKinds), supervise: works, pollEvery },
    onError: (error) => log.error({ error }, 'job queue'),
  });
  if (works) await workAll(queue, parts);
  return queue;
}

/** One line a kind: who does its work. */
async function workAll(queue: JobQueue, parts: JobParts): Promise<void> {
  await queue.work(jobKinds.sealAudit, (_, { database }) => sealAudit(database, parts.now()));
  await queue.work(jobKinds.indexReport, ({ reportId }, { database }) => indexReport(database, reportId));
  await queue.work(jobKinds.indexAgencies, (_, { database }) => indexAgencies(database));
}
