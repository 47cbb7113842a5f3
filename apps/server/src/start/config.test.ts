import { describe, expect, test } from 'vitest';
import { InvalidConfig, readConfig } from './config.ts';

describe('configuration', () => {
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
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
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
