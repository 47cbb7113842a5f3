import { jobKind } from '@nianbao/database';
import { z } from 'zod';

/** Every kind of work that is done outside a request, by the name that the code uses. */
export const jobKinds = {
  sealAudit: jobKind({
    name: 'seal-audit',
    label: { zh: '封存审计记录', en: 'Seal the audit trail' },
    data: z.object({}),
    retries: 5,
    retryDelay: 5,
    expiresAfter: 60,
    effect: 'inTransaction',
    every: '* * * * *',
  }),
  remind: jobKind({
    name: 'remind',
    label: { zh: '催报', en: 'Remind those who are to report' },
    data: z.object({}),
    retries: 5,
    retryDelay: 60,
    expiresAfter: 600,
    effect: 'inTransaction',
    every: '0 9 * * *',
  }),
  deliverWebhook: jobKind({
    name: 'deliver-webhook',
    label: { zh: '推送给其他系统', en: 'Tell another service' },
    data: z.object({ deliveryId: z.uuid() }),
    retries: 8,
    retryDelay: 15,
    expiresAfter: 60,
    effect: 'onItsOwn',
  }),
} as const;
