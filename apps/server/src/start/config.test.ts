import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { environmentSchema, InvalidConfig, readConfig } from './config.ts';

describe('configuration', () => {
  test('the README names every setting, and no other', () => {
    const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8');
    const [, table = ''] = /\| setting \|.*\n\| --- .*\n((?:\|.*\n)+)/.exec(readme) ?? [];
    const named = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(named).toEqual(Object.keys(environmentSchema.shape));
  });

  test('everything has a default that serves on this machine alone', () => {
    expect(readConfig({})).toMatchObject({
      ...{ port: null, host: '127.0.0.1', baseUrl: null, databaseUrl: null, demonstration: true, logLevel: 'warn' },
      dataFolder: expect.stringMatching(/data$/),
    });
  });

  test('a database of one’s own is not filled with the demonstration unless asked', () => {
    const environment = { DATABASE_URL: 'postgres://a:b@db.example:5432/nianbao', NIANBAO_SECRET: 'x'.repeat(32) };
    expect(readConfig(environment)).toMatchObject({ demonstration: false, logLevel: 'info' });
    expect(readConfig({ ...environment, NIANBAO_DEMO: '1' })).toMatchObject({ demonstration: true });
  });

  test('mail and a provider of identities are there when all of their settings are', () => {
    expect(readConfig({})).toMatchObject({ mail: null, oidc: null });
    const mail = {
      NIANBAO_SMTP_URL: 'smtps://user:geheim@mail.example',
      NIANBAO_MAIL_FROM: '年报 <nianbao@b.example>',
    };
    expect(readConfig(mail).mail).toEqual({ url: mail.NIANBAO_SMTP_URL, from: mail.NIANBAO_MAIL_FROM });
    const oidc = { NIANBAO_OIDC_ISSUER: 'https://id.example', NIANBAO_OIDC_CLIENT_ID: 'a' };
    expect(readConfig({ ...oidc, NIANBAO_OIDC_CLIENT_SECRET: 'b' }).oidc).toEqual({
      ...{ issuer: 'https://id.example', clientId: 'a', clientSecret: 'b', label: '统一身份认证' },
    });
  });

  test('files are kept in a bucket when one is named', () => {
    const bucket = { NIANBAO_S3_ADDRESS: 'https://s3.example/nianbao', NIANBAO_S3_REGION: 'cn-north-1' };
    expect(readConfig({ ...bucket, NIANBAO_S3_KEY_ID: 'key', NIANBAO_S3_SECRET: 'geheim' }).s3).toEqual({
      ...{ address: 'https://s3.example/nianbao', region: 'cn-north-1' },
      ...{ accessKeyId: 'key', secretAccessKey: 'geheim' },
    });
    expect(readConfig({}).s3).toBeNull();
  });

  test('an empty variable counts as not set', () => {
    expect(readConfig({ PORT: '', BASE_URL: '' })).toMatchObject({ port: null, baseUrl: null });
  });

  test.each([
    ['PORT', { PORT: '80a' }],
    ['PORT', { PORT: '70000' }],
    ['BASE_URL', { BASE_URL: 'nianbao.example' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://db.example/nianbao' }],
    ['NIANBAO_SECRET', { DATABASE_URL: 'postgres://db.example/nianbao' }],
    ['NIANBAO_SECRET', { NIANBAO_SECRET: 'short' }],
    ['NIANBAO_DEMO', { NIANBAO_DEMO: 'yes' }],
    ['NIANBAO_S3_ADDRESS', { NIANBAO_S3_ADDRESS: 's3://nianbao' }],
    ['NIANBAO_S3_SECRET', { NIANBAO_S3_ADDRESS: 'https://s3.example/nianbao', NIANBAO_S3_KEY_ID: 'key' }],
    ['NIANBAO_MIGRATE', { NIANBAO_MIGRATE: 'no' }],
    ['NIANBAO_JOBS', { NIANBAO_JOBS: 'some' }],
    ['NIANBAO_DRAIN_SECONDS', { NIANBAO_DRAIN_SECONDS: '-1' }],
    ['NIANBAO_STATEMENT_SECONDS', { NIANBAO_STATEMENT_SECONDS: '0' }],
    ['NIANBAO_METRICS_TOKEN', { NIANBAO_METRICS_TOKEN: 'short' }],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['NIANBAO_SMTP_URL', { NIANBAO_SMTP_URL: 'mail.example', NIANBAO_MAIL_FROM: 'a@b.example' }],
    ['NIANBAO_MAIL_FROM', { NIANBAO_SMTP_URL: 'smtp://mail.example' }],
    ['NIANBAO_SMTP_URL', { NIANBAO_MAIL_FROM: 'a@b.example' }],
    ['NIANBAO_OIDC_CLIENT_SECRET', { NIANBAO_OIDC_ISSUER: 'https://id.example', NIANBAO_OIDC_CLIENT_ID: 'nianbao' }],
    ['NIANBAO_OIDC_LABEL', { NIANBAO_OIDC_LABEL: 'x'.repeat(41) }],
  ])('%s is named when it is wrong: %j', (name, environment: Record<string, string>) => {
    expect(() => readConfig(environment)).toThrow(InvalidConfig);
    expect(() => readConfig(environment)).toThrow(new RegExp(`^${name}: `, 'm'));
  });

  test('all that is wrong is named at once, and no value is repeated', () => {
    const wrong = () => readConfig({ PORT: 'x', LOG_LEVEL: 'y', DATABASE_URL: 'mysql://root:geheim@db' });
    expect(wrong).toThrow(/PORT.*DATABASE_URL.*LOG_LEVEL/s);
    expect(wrong).not.toThrow(/geheim/);
  });
});
