import { chinaDate } from '@nianbao/core';
import type { Database } from '@nianbao/database';
import { listMailable, noteMailed } from '@nianbao/database';
import { mailOf } from '../identity/mail-address.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { Told } from '../notifications/notifications.ts';
import { toldBy } from '../notifications/notifications.ts';

export interface ReminderMailParts {
  readonly database: Database;
  /** Null where no mail server is configured. */
  readonly mailer: Mailer | null;
  readonly publicUrl: string;
}

const subject = '年报催报 / Annual report: reminder';

function textOf(site: string, name: string, { zh, en, link }: Told): string {
  const account = `${site}/admin/account`;
  return [
    ...[`${name}，您好：`, zh, '', `${site}${link ?? '/admin'}`, ''],
    `如不愿再收到催报邮件，请在“我的账号”中关闭：${account}`,
    ...['', en, `To get no more reminders by mail, turn them off in your account: ${account}`],
  ].join('\n');
}

/**
 * Mails a reminder to whom it was told, with the link to where it is dealt with. A reminder of another day is not mailed
 * any more: the next one says how it stands now. Every attempt sends the same message id, so that what an attempt sent
 * that was then lost arrives as one mail.
 */
export async function mailReminder(
  { database, mailer, publicUrl }: ReminderMailParts,
  notificationId: string,
  now: Date,
): Promise<void> {
  const [found] = await listMailable(database, [notificationId]);
  const told = found === undefined ? null : toldBy(found.notification);
  const to = found === undefined ? null : mailOf(found.email);
  if (found === undefined || told === null || to === null) return;
  const dayOf = (moment: Date) => chinaDate(moment.toISOString());
  if (dayOf(found.notification.createdAt) !== dayOf(now)) return;
  if (mailer === null) throw new Error('NIANBAO_SMTP_URL is not set');
  const site = publicUrl.replace(/\/$/, '');
  const text = textOf(site, found.name, told);
  const messageId = `<reminder-${notificationId}@${new URL(site).hostname}>`;
  await mailer.send({ to, subject, text, messageId });
  await noteMailed(database, notificationId, now);
}
