import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { S3Settings } from '../blobs/s3-blobs.ts';
import type { OidcSettings } from '../identity/auth.ts';
import type { MailSettings } from '../mail/mailer.ts';

const projectFolder = fileURLToPath(new URL('../../../..', import.meta.url));

const flag = z.enum(['0', '1']).transform((value) => value === '1');

export const environmentSchema = z.object({
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
  NIANBAO_MIGRATE: flag.optional(),
  NIANBAO_JOBS: flag.optional(),
  NIANBAO_DRAIN_SECONDS: z.coerce.number().int().min(0).max(300).default(0),
  NIANBAO_STATEMENT_SECONDS: z.coerce.number().int().min(1).max(600).default(30),
  NIANBAO_METRICS_TOKEN: z.string().min(16).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  NIANBAO_S3_ADDRESS: z.url({ protocol: /^https?$/ }).optional(),
  NIANBAO_S3_REGION: z.string().min(1).default('us-east-1'),
  NIANBAO_S3_KEY_ID: z.string().min(1).optional(),
  NIANBAO_S3_SECRET: z.string().min(1).optional(),
  NIANBAO_WEBHOOK_ADDRESSES: z
    .string()
    .regex(/^[0-9a-f.:/]+(,[0-9a-f.:/]+)*$/i)
    .optional(),
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
  /** Bring the tables up to date when the server starts; else only look whether they are. */
  readonly migrates: boolean;
  /** Do the work of jobs too; else only hand them in, for other servers on the same database. */
  readonly worksJobs: boolean;
  /** How long a server that is to stop still takes requests, so that a balancer has seen that it is not ready. */
  readonly drainSeconds: number;
  /** Seconds after which the database gives up a statement of a request. */
  readonly statementSeconds: number;
  /** Opens the metrics to whoever brings it; null: only to this machine, and only without a public address. */
  readonly metricsToken: string | null;
  /** Where traces are sent (OTLP over HTTP); null: there are none. */
  readonly otlpEndpoint: string | null;
  /** Where uploaded and exported files are kept; null: in the data folder. */
  readonly s3: S3Settings | null;
  /** Addresses and ranges within the network that webhooks may reach, besides those of the internet. */
  readonly webhookAddresses: readonly string[];
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
  NIANBAO_MIGRATE: '0 或 1：启动时更新数据表 / 0 or 1: bring the tables up to date at the start',
  NIANBAO_JOBS: '0 或 1：是否也处理后台任务 / 0 or 1: do the work of jobs too',
  NIANBAO_DRAIN_SECONDS: '0 至 300 的整数，秒 / a whole number of seconds from 0 to 300',
  NIANBAO_STATEMENT_SECONDS: '1 至 600 的整数，秒 / a whole number of seconds from 1 to 600',
  NIANBAO_METRICS_TOKEN: '至少 16 个字符的随机串 / a random string of 16 characters or more',
  OTEL_EXPORTER_OTLP_ENDPOINT: '接收追踪数据的网址，如 http://127.0.0.1:4318 / the address of an OTLP receiver',
  NIANBAO_S3_ADDRESS: '存储桶地址，如 https://s3.example.gov.cn/nianbao / the address of the bucket that keeps files',
  NIANBAO_S3_REGION: '存储桶所在区域，如 cn-north-1 / the region of the bucket',
  NIANBAO_S3_KEY_ID: '存储桶的访问密钥编号 / the id of the access key for the bucket',
  NIANBAO_S3_SECRET: '存储桶的访问密钥 / the access key for the bucket',
  NIANBAO_WEBHOOK_ADDRESSES:
    '允许推送到的内网地址，如 10.0.0.0/8,192.168.1.7 / addresses within the network that webhooks may reach',
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

function s3Of(values: z.infer<typeof environmentSchema>): S3Settings | null {
  const { NIANBAO_S3_ADDRESS: address, NIANBAO_S3_REGION: region } = values;
  const { NIANBAO_S3_KEY_ID: accessKeyId, NIANBAO_S3_SECRET: secretAccessKey } = values;
  if (address === undefined) return null;
  if (accessKeyId !== undefined && secretAccessKey !== undefined) {
    return { address, region, accessKeyId, secretAccessKey };
  }
  const missing = (['NIANBAO_S3_KEY_ID', 'NIANBAO_S3_SECRET'] as const).filter((name) => values[name] === undefined);
  throw new InvalidConfig(
    missing
      .map((name) => `${name}: 使用 NIANBAO_S3_ADDRESS 时必填，${advice[name]} (needed with NIANBAO_S3_ADDRESS)`)
      .join('\n'),
  );
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
    migrates: values.NIANBAO_MIGRATE ?? true,
    worksJobs: values.NIANBAO_JOBS ?? true,
    drainSeconds: values.NIANBAO_DRAIN_SECONDS,
    statementSeconds: values.NIANBAO_STATEMENT_SECONDS,
    metricsToken: values.NIANBAO_METRICS_TOKEN ?? null,
    otlpEndpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    s3: s3Of(values),
    webhookAddresses: values.NIANBAO_WEBHOOK_ADDRESSES?.split(',') ?? [],
    logLevel: values.LOG_LEVEL ?? (values.DATABASE_URL === undefined ? 'warn' : 'info'),
  };
}
