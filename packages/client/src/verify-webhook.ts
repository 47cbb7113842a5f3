import { Webhook } from 'standardwebhooks';
import type { WebhookMessage } from './router.ts';

const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;

/**
 * The message that a nianbao server posted, from the body as it came, byte for byte, and its headers. Throws for one that
 * was not signed with `key`, or more than five minutes ago. The header `webhook-id` is the same at every attempt.
 */
export function verifyWebhook(key: string, body: string, headers: Headers): WebhookMessage {
  const signed = Object.fromEntries(names.map((name) => [name, headers.get(name) ?? '']));
  new Webhook(key).verify(body, signed);
  const message: WebhookMessage = JSON.parse(body);
  return message;
}
