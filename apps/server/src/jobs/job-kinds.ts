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
  publishScheduled: jobKind({
    name: 'publish-scheduled',
    label: { zh: '按安排发布报告', en: 'Publish a report as scheduled' },
    data: z.object({ reportId: z.uuid(), scheduleId: z.uuid() }),
    retries: 10,
    retryDelay: 10,
    expiresAfter: 120,
    effect: 'inTransaction',
  }),
  sweepBlob: jobKind({
    name: 'sweep-blob',
    label: { zh: '清理不再使用的文件', en: 'Delete a file that nothing refers to' },
    data: z.object({ digest: z.string() }),
    retries: 8,
    retryDelay: 60,
    expiresAfter: 120,
    effect: 'inTransaction',
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
