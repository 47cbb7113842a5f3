import type { Database, JobQueue, NewPublication } from '@nianbao/database';
import { insertDelivery, listActiveWebhooks, listLineage } from '@nianbao/database';
import { jobKinds } from '../jobs/job-kinds.ts';
import type { WebhookEvent, WebhookMessage } from './webhook-events.ts';

interface Telling {
  readonly jobs: Pick<JobQueue, 'send'>;
  readonly now: Date;
}

/**
 * Tells the services that want to know, in the transaction that made it so: of agency, year, version and digest, and not
 * of the content, which they fetch.
 */
export async function tellWebhooks(
  transaction: Database,
  { jobs, now }: Telling,
  published: Pick<NewPublication, 'agencyId' | 'year' | 'version' | 'digest' | 'note'>,
): Promise<void> {
  const { agencyId, year, version, digest, note = null } = published;
  const event: WebhookEvent = version > 1 ? 'report.corrected' : 'report.published';
  const webhooks = await listActiveWebhooks(transaction, await listLineage(transaction, agencyId));
  const data = { agencyId, year, version, digest, note, path: `/agencies/${agencyId}/${year}/versions/${version}` };
  const message: WebhookMessage = { type: event, timestamp: now.toISOString(), data };
  const body = JSON.stringify(message);
  for (const { id, events } of webhooks) {
    if (!events.includes(event)) continue;
    const deliveryId = await insertDelivery(transaction, { webhookId: id, event, body, createdAt: now });
    await jobs.send(transaction, { kind: jobKinds.deliverWebhook, data: { deliveryId }, key: deliveryId });
  }
}
