import type { Database, LinkPurpose } from '@nianbao/database';
import { findOpenLinkById, setLinkHash } from '@nianbao/database';
import { mailOf } from '../identity/mail-address.ts';
import { newSecret, secretHash } from '../identity/secrets.ts';
import type { Mailer } from '../mail/mailer.ts';
import { linkAddress } from './link-address.ts';

export interface LinkMailParts {
  readonly database: Database;
  /** Null where no mail server is configured. */
  readonly mailer: Mailer | null;
  readonly publicUrl: string;
}

const texts: Readonly<Record<LinkPurpose, (name: string, address: string, until: string) => [string, string]>> = {
  invitation: (name, address, until) => [
    '年报编制：请设置密码 / Set your password',
    [
      `${name}，您好：`,
      '管理员为您开通了政府信息公开年报系统的账号。请打开下面的链接设置密码，链接只能使用一次。',
      '',
      address,
      '',
      `有效期至 ${until}。如与您无关，请忽略本邮件。`,
      '',
      'An account was made for you in the annual report system. Open the link to set a password; it works once.',
    ].join('\n'),
  ],
  reset: (name, address, until) => [
    '年报编制：重设密码 / Set a new password',
    [
      `${name}，您好：`,
      '请打开下面的链接重设密码，链接只能使用一次。',
      '',
      address,
      '',
      `有效期至 ${until}。如果不是您或管理员申请的，请忽略本邮件，密码不会改变。`,
      '',
      'Open the link to set a new password; it works once. If nobody asked for it, do nothing.',
    ].join('\n'),
  ],
};

const moment = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' });

/**
 * Mails a one-time link. The secret is made here and nowhere kept but in the mail: the queue holds only the link's id. A
 * second attempt makes another secret, and the first mail's, if it arrived after all, opens nothing.
 */
export async function mailLink(
  { database, mailer, publicUrl }: LinkMailParts,
  linkId: string,
  now: Date,
): Promise<void> {
  const open = await findOpenLinkById(database, linkId, now);
  const to = open === null ? null : mailOf(open.user.email);
  if (open === null || to === null) return;
  if (mailer === null) throw new Error('NIANBAO_SMTP_URL is not set');
  const secret = newSecret();
  await setLinkHash(database, linkId, secretHash(secret));
  const until = `${moment.format(open.link.expiresAt)}（北京时间 / China time）`;
  const [subject, text] = texts[open.link.purpose](open.user.name, linkAddress(publicUrl, secret), until);
  await mailer.send({ to, subject, text });
}
