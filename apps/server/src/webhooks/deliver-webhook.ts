import type { Database } from '@nianbao/database';
import { findDelivery, noteAttempt } from '@nianbao/database';
import { deliveryFault } from './delivery-fault.ts';
import { postSigned } from './post-signed.ts';
import { unseal } from './sealed-secret.ts';

export interface DeliverySettings {
  readonly secret: string;
  /** Addresses within the network that may be told, besides those of the internet. */
  readonly allowedAddresses: readonly string[];
  readonly now: () => Date;
}

/** Makes one attempt; throws when it fails, for the queue to try again. What was delivered is not sent twice. */
export async function deliverWebhook(
  database: Database,
  deliveryId: string,
  { secret, allowedAddresses, now }: DeliverySettings,
): Promise<void> {
  const found = await findDelivery(database, deliveryId);
  if (found === null || found.delivery.deliveredAt !== null || !found.webhook.active) return;
  const { delivery, webhook } = found;
  const at = now();
  const message = {
    url: webhook.url,
    id: delivery.id,
    at,
    body: delivery.body,
    key: unseal(webhook.sealedSecret, secret),
  };
  const outcome = await postSigned(message, allowedAddresses).then(
    (status) => ({ status, error: null, delivered: status >= 200 && status < 300 }),
    (error: unknown) => ({ status: null, error: deliveryFault(error), delivered: false }),
  );
  await noteAttempt(database, delivery.id, { at, ...outcome });
  if (!outcome.delivered) throw new Error(outcome.error ?? `answered ${outcome.status}`);
}
