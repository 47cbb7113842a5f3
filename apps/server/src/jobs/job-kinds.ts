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
  mailLink: jobKind({
    name: 'mail-link',
    label: { zh: '发送设置密码的邮件', en: 'Mail a link for setting a password' },
    data: z.object({ linkId: z.uuid() }),
    retries: 6,
    retryDelay: 20,
    expiresAfter: 120,
    effect: 'onItsOwn',
  }),
  clearExpired: jobKind({
    name: 'clear-expired',
    label: { zh: '清除过期的登录和链接', en: 'Clear away expired sessions and links' },
    data: z.object({}),
    retries: 2,
    retryDelay: 60,
    expiresAfter: 300,
    effect: 'inTransaction',
    every: '17 * * * *',
  }),
  indexReport: jobKind({
    name: 'index-report',
    label: { zh: '更新搜索和雷同比对', en: 'Index a report for search and similarity' },
    data: z.object({ reportId: z.uuid() }),
    retries: 5,
    retryDelay: 10,
    expiresAfter: 300,
    effect: 'inTransaction',
  }),
  /** Others may send it too, after they have changed many agencies. */
  indexAgencies: jobKind({
    name: 'index-agencies',
    label: { zh: '更新机关搜索', en: 'Index agencies for search' },
    data: z.object({}),
    retries: 5,
    retryDelay: 10,
    expiresAfter: 300,
    effect: 'inTransaction',
    every: '*/5 * * * *',
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
