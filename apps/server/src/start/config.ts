import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { OidcSettings } from '../identity/auth.ts';
import type { MailSettings } from '../mail/mailer.ts';

const projectFolder = fileURLToPath(new URL('../../../..', import.meta.url));

const flag = z.enum(['0', '1']).transform((value) => value === '1');

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  NIANBAO_DATA: z.string().min(1).default(`${projectFolder}data`),
  NIANBAO_SECRET: z.string().min(32).optional(),
  NIANBAO_DEMO: flag.optional(),
  NIANBAO_CLIENT_ADDRESS_HEADER: z
    .string()
    .regex(/^[a-z0-9-]+$/i)
    .optional(),
  NIANBAO_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  NIANBAO_MAIL_FROM: z.string().min(3).optional(),
  NIANBAO_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  NIANBAO_OIDC_CLIENT_ID: z.string().min(1).optional(),
  NIANBAO_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  NIANBAO_OIDC_LABEL: z.string().min(1).max(40).default('统一身份认证'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).optional(),
});

/** What the environment sets. Everything has a default that serves on this machine alone. */
export interface Config {
  /** Null: the usual port, or the next free one. 0: any free one. */
  readonly port: number | null;
  readonly host: string;
  /** Public address, such as https://nianbao.example.gov.cn; null for the address that the server listens on. */
  readonly baseUrl: string | null;
  /** Null: the embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  /** Signs session cookies; null only with the embedded database, which keeps its own. */
  readonly secret: string | null;
  /** Fill an empty database with the demonstration region. */
  readonly demonstration: boolean;
  /** Header in which a trusted reverse proxy names the client's address; null: the connection's own. */
  readonly clientAddressHeader: string | null;
  /** Null: no mail is sent, and links are shown to administrators. */
  readonly mail: MailSettings | null;
  /** Null: people sign in with passwords only. */
  readonly oidc: OidcSettings | null;
  /** When it is not set: every request in production, only trouble where a person reads the terminal. */
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

export class InvalidConfig extends Error {
  override readonly name = 'InvalidConfig';
}

const advice: Readonly<Record<keyof z.infer<typeof environmentSchema>, string>> = {
  PORT: '0 至 65535 的整数 / a whole number from 0 to 65535',
  HOST: '要监听的地址 / the address to listen on',
  BASE_URL: '公开访问地址，如 https://nianbao.example.gov.cn / the public address',
  DATABASE_URL: 'postgres://用户:密码@主机:5432/库名 / postgres://user:password@host:5432/database',
  NIANBAO_DATA: '数据文件夹 / the data folder',
  NIANBAO_SECRET: '至少 32 个字符的随机串 / a random string of 32 characters or more',
  NIANBAO_DEMO: '0 或 1 / 0 or 1',
  NIANBAO_CLIENT_ADDRESS_HEADER: '可信反向代理写入的请求头名 / the name of a header that a trusted proxy sets',
  NIANBAO_SMTP_URL: 'smtp://用户:密码@主机:587 或 smtps:// / smtp://user:password@host:587, or smtps://',
  NIANBAO_MAIL_FROM: '发件人，如 年报 <nianbao@example.gov.cn> / the sender of mails',
  NIANBAO_OIDC_ISSUER: 'OpenID Connect 身份提供方的 issuer 地址 / the issuer of an OpenID Connect provider',
  NIANBAO_OIDC_CLIENT_ID: '在身份提供方登记的 client id / the client id registered there',
  NIANBAO_OIDC_CLIENT_SECRET: '在身份提供方登记的 client secret / the client secret registered there',
  NIANBAO_OIDC_LABEL: '登录按钮上的文字，至多 40 字 / what the sign-in button says, 40 characters at most',
  LOG_LEVEL: 'debug, info, warn, error, silent',
};

const isVariable = (name: PropertyKey | undefined): name is keyof typeof advice =>
  typeof name === 'string' && Object.hasOwn(advice, name);

type Values = z.infer<typeof environmentSchema>;

/** Settings of one thing are given all together or not at all. */
function needTogether(values: Values, names: readonly (keyof Values)[]): void {
  const missing = names.filter((name) => values[name] === undefined);
  if (missing.length === 0 || missing.length === names.length) return;
  const given = names.filter((name) => !missing.includes(name)).join(', ');
  throw new InvalidConfig(
    missing.map((name) => `${name}: 设置了 ${given} 时必填，${advice[name]} (needed with ${given})`).join('\n'),
  );
}

function mailSettings({ NIANBAO_SMTP_URL: url, NIANBAO_MAIL_FROM: from }: Values): MailSettings | null {
  return url === undefined || from === undefined ? null : { url, from };
}

function oidcSettings(values: Values): OidcSettings | null {
  const { NIANBAO_OIDC_ISSUER: issuer, NIANBAO_OIDC_CLIENT_ID: clientId } = values;
  const { NIANBAO_OIDC_CLIENT_SECRET: clientSecret, NIANBAO_OIDC_LABEL: label } = values;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  return { issuer, clientId, clientSecret, label };
}

/** Reads the configuration. Throws `InvalidConfig` whose message names each wrong variable and what it takes. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentSchema.safeParse(set);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map(({ path }) => path[0]).filter(isVariable));
    throw new InvalidConfig([...names].map((name) => `${name}: ${advice[name]}`).join('\n'));
  }
  const values = parsed.data;
  if (values.DATABASE_URL !== undefined && values.NIANBAO_SECRET === undefined) {
    throw new InvalidConfig(
      `NIANBAO_SECRET: 使用 DATABASE_URL 时必填，${advice.NIANBAO_SECRET} (needed with DATABASE_URL)`,
    );
  }
  needTogether(values, ['NIANBAO_SMTP_URL', 'NIANBAO_MAIL_FROM']);
  needTogether(values, ['NIANBAO_OIDC_ISSUER', 'NIANBAO_OIDC_CLIENT_ID', 'NIANBAO_OIDC_CLIENT_SECRET']);
  return {
    port: values.PORT ?? null,
    host: values.HOST,
    baseUrl: values.BASE_URL ?? null,
    databaseUrl: values.DATABASE_URL ?? null,
    dataFolder: values.NIANBAO_DATA,
    secret: values.NIANBAO_SECRET ?? null,
    demonstration: values.NIANBAO_DEMO ?? values.DATABASE_URL === undefined,
    clientAddressHeader: values.NIANBAO_CLIENT_ADDRESS_HEADER ?? null,
    mail: mailSettings(values),
    oidc: oidcSettings(values),
    logLevel: values.LOG_LEVEL ?? (values.DATABASE_URL === undefined ? 'warn' : 'info'),
  };
}
