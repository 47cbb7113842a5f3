import { z } from 'zod';
import { discoveryUrl } from '../identity/auth.ts';
import { openMailer } from '../mail/mailer.ts';
import { askAddress } from './ask-address.ts';
import type { Check } from './check.ts';
import { bad, unset, well } from './check.ts';

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** What a provider says of itself, when its answer can be read. */
function issuerIn(text: string): string | null {
  try {
    return discovery.safeParse(JSON.parse(text)).data?.issuer ?? null;
  } catch {
    return null;
  }
}

/** The ways in which people are reached and sign in, besides the password. */
export const checksOfPeople: readonly Check[] = [
  {
    id: 'mail',
    title: { zh: '邮件', en: 'mail' },
    async look({ config: { mail } }) {
      if (mail === null) {
        return unset('未设置，链接由管理员转交', 'not set: administrators hand links over');
      }
      const { host } = new URL(mail.url);
      const mailer = openMailer(mail);
      try {
        await mailer.verify();
        return well(`${host} 可以登录`, `${host} takes the sign-in`);
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
        return bad(`${host} 不能发信（${code}）`, `${host} does not take mail (${code})`);
      } finally {
        mailer.close();
      }
    },
  },
  {
    id: 'identity',
    title: { zh: '统一身份', en: 'identity provider' },
    async look({ config: { oidc } }) {
      if (oidc === null) return unset('未设置，用密码登录', 'not set: people sign in with passwords');
      const answer = await askAddress(discoveryUrl(oidc.issuer));
      if ('failed' in answer) {
        return bad(`${oidc.issuer} 连不上（${answer.failed}）`, `${oidc.issuer} cannot be reached (${answer.failed})`);
      }
      const issuer = issuerIn(answer.text);
      return issuer === oidc.issuer
        ? well(`${issuer} 有应答`, `${issuer} answers`)
        : bad(
            `${oidc.issuer} 的发现文档说它是 ${issuer ?? '（读不出）'}`,
            `the discovery document of ${oidc.issuer} names ${issuer ?? 'no issuer'}`,
          );
    },
  },
];
