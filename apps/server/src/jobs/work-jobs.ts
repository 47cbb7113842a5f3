import type { Database, JobQueue } from '@nianbao/database';
import { openJobQueue } from '@nianbao/database';
import type { Logger } from 'pino';
import { sweepBlob } from '../attachments/sweep-blob.ts';
import { sealAudit } from '../audit/seal-audit.ts';
import type { BlobStore } from '../blobs/blob-store.ts';
import { sendReminders } from '../campaigns/send-reminders.ts';
import { publishScheduled } from '../reports/publish-scheduled.ts';
import { deliverWebhook } from '../webhooks/deliver-webhook.ts';
import { jobKinds } from './job-kinds.ts';

export interface JobParts {
  /** The address of the database, for the queue's own connection. */
  readonly url: string;
  readonly database: Database;
  readonly blobs: BlobStore;
  readonly log: Logger;
  readonly now: () => Date;
  /** Opens what is sealed in the database. */
  readonly secret: string;
  /** Addresses within the network that webhooks may reach. */
  readonly allowedAddresses: readonly string[];
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
  await queue.work(jobKinds.publishScheduled, (job, { id, database }) =>
    publishScheduled(database, job, { jobs: queue, jobId: id, now: parts.now() }),
  );
  await queue.work(jobKinds.sweepBlob, ({ digest }, { database }) => sweepBlob(database, parts.blobs, digest));
  await queue.work(jobKinds.remind, (_, { database }) => sendReminders(database, parts.now()));
  await queue.work(jobKinds.deliverWebhook, ({ deliveryId }, { database }) =>
    deliverWebhook(database, deliveryId, parts),
  );
}
