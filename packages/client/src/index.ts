export type { ClientSettings, NianbaoClient } from './create-client.ts';
export { createNianbaoClient } from './create-client.ts';
export { errorBodyOf } from './error-body.ts';
export type * from './router.ts';
export { verifyWebhook } from './verify-webhook.ts';
