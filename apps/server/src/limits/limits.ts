import type { Text } from '@nianbao/core';

export interface Limit {
  /** Whom it counts. */
  readonly by: Text;
  /** What it counts. */
  readonly what: Text;
  /** How often within `seconds`. */
  readonly points: number;
  readonly seconds: number;
}

const minute = 60;
const hour = 60 * minute;

const row = (
  points: number,
  seconds: number,
  [byZh, byEn, whatZh, whatEn]: readonly [string, string, string, string],
): Limit => ({ points, seconds, by: { zh: byZh, en: byEn }, what: { zh: whatZh, en: whatEn } });

/**
 * Every rate that is limited, for all server processes together: the one table, printed in docs/limits.md. Whoever goes
 * past one gets `TOO_MANY_ATTEMPTS` with the seconds to wait.
 */
export const limits = {
  signIn: row(60, minute, ['网络地址', 'address', '登录', 'attempts to sign in']),
  signInFailure: row(8, 15 * minute, [
    '账号与网络地址，或账号与曾登录的浏览器',
    'account and address, or account and a browser that it signed in with before',
    '密码或验证码错误',
    'wrong passwords and codes',
  ]),
  signInFailureElsewhere: row(50, hour, [
    '账号（未曾登录过的浏览器合计）',
    'account, over all browsers that it never signed in with',
    '密码或验证码错误',
    'wrong passwords and codes',
  ]),
  usedCode: row(1, 2 * minute, ['账号与验证码', 'account and code', '同一验证码的使用', 'uses of one code']),
  ownPassword: row(8, 15 * minute, [
    '账号与网络地址',
    'account and address',
    '登录后确认密码或验证码',
    'confirmations by password or code after sign-in',
  ]),
  resetByAddress: row(10, hour, ['网络地址', 'address', '自助申请重设密码', 'requests for a new password']),
  resetByAccount: row(3, hour, ['账号', 'account', '发出重设密码邮件', 'mails with a link for a new password']),
  oneTimeLink: row(30, 15 * minute, ['网络地址', 'address', '一次性链接的打开和使用', 'uses of one-time links']),
  publicSearch: row(60, minute, [
    '网络地址；登录后为账号；令牌为令牌',
    'address; account when signed in; token',
    '公开检索',
    'public searches',
  ]),
  token: row(600, minute, ['令牌', 'token', '令牌请求', 'requests with a token']),
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitName = keyof typeof limits;
