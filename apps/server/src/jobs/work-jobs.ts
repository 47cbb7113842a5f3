import type { Database, JobQueue, JobQueueOptions } from '@nianbao/database';
import { openJobQueue } from '@nianbao/database';
import type { DocumentPool } from '@nianbao/documents/bounded';
import type { Logger } from 'pino';
import { sweepBlob } from '../attachments/sweep-blob.ts';
import { sealAudit } from '../audit/seal-audit.ts';
import type { BlobStore } from '../blobs/blob-store.ts';
import { mailReminder } from '../campaigns/mail-reminder.ts';
import { sendReminders } from '../campaigns/send-reminders.ts';
import { clearExports } from '../exports/clear-exports.ts';
import { writeExport } from '../exports/write-export.ts';
import { clearExpired } from '../identity/clear-expired.ts';
import { indexReport } from '../indexing/index-report.ts';
import type { Mailer } from '../mail/mailer.ts';
import { mailLink } from '../people/mail-link.ts';
import { publishScheduled } from '../reports/publish-scheduled.ts';
import { indexAgencies } from '../search/index-agencies.ts';
import { deliverWebhook } from '../webhooks/deliver-webhook.ts';
import { jobKinds } from './job-kinds.ts';

/** What is needed to hand jobs in. */
export interface QueueParts {
  /** The address of the database, for the queue's own connection. */
  readonly url: string;
  readonly database: Database;
  readonly log: Logger;
}

/** What is needed to do the work. */
export interface JobParts extends QueueParts {
  readonly blobs: BlobStore;
  /** Writes documents, in processes of their own. */
  readonly documents: DocumentPool;
  readonly now: () => Date;
  /** Null where no mail server is configured. */
  readonly mailer: Mailer | null;
  /** The address under which people reach the server. */
  readonly publicUrl: string;
  /** Opens what is sealed in the database. */
  readonly secret: string;
  /** Addresses within the network that webhooks may reach. */
  readonly allowedAddresses: readonly string[];
}

const opened = (parts: QueueParts, settings: Pick<JobQueueOptions, 'supervise' | 'pollEvery'>) =>
  openJobQueue(parts, {
    ...{ ...settings, kinds: Object.values(jobKinds) },
    onError: (error) => parts.log.error({ error }, 'job queue'),
  });

/** Opens the queue to hand jobs in; others do the work. */
export function openJobs(parts: QueueParts): Promise<JobQueue> {
  return opened(parts, { supervise: false });
}

/** Opens the queue, sends what repeats, and does the work of every kind in this process; looks every `pollEvery` seconds. */
export async function workJobs(parts: JobParts, pollEvery = 2): Promise<JobQueue> {
  const queue = await opened(parts, { supervise: true, pollEvery });
  await workAll(queue, parts);
  return queue;
}

/** One line a kind: who does its work. */
async function workAll(queue: JobQueue, parts: JobParts): Promise<void> {
  await queue.work(jobKinds.sealAudit, (_, { database }) => sealAudit(database, parts.now()));
  await queue.work(jobKinds.mailLink, ({ linkId }, { database }) =>
    mailLink({ ...parts, database }, linkId, parts.now()),
  );
  await queue.work(jobKinds.clearExpired, (_, { database }) => clearExpired(database, parts.now()));
  await queue.work(jobKinds.indexReport, ({ reportId }, { database }) => indexReport(database, reportId));
  await queue.work(jobKinds.indexAgencies, (_, { database }) => indexAgencies(database));
  await queue.work(jobKinds.publishScheduled, (job, { id, database }) =>
    publishScheduled(database, job, { jobs: queue, jobId: id, now: parts.now() }),
  );
  await queue.work(jobKinds.sweepBlob, ({ digest }, { database }) => sweepBlob(database, parts.blobs, digest));
  await queue.work(jobKinds.remind, (_, { database }) =>
    sendReminders(database, { jobs: queue, sendsMail: parts.mailer !== null, now: parts.now() }),
  );
  await queue.work(jobKinds.mailReminder, ({ notificationId }, { database }) =>
    mailReminder({ ...parts, database }, notificationId, parts.now()),
  );
  await queue.work(jobKinds.writeExport, ({ exportId }, { database }) => writeExport({ ...parts, database }, exportId));
  await queue.work(jobKinds.clearExports, (_, { database }) => clearExports(database, queue, parts.now()));
  await queue.work(jobKinds.deliverWebhook, ({ deliveryId }, { database }) =>
    deliverWebhook(database, deliveryId, parts),
  );
}
