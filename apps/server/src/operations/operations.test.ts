import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runOperation } from '../testing/run-operation.ts';
import type { ServerProcess } from '../testing/server-process.ts';
import { startServerProcess } from '../testing/server-process.ts';
import { operations } from './operations.ts';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-operations-'));
const first = { NIANBAO_DATA: join(folder, 'first'), INIT_CWD: folder };
const second = { NIANBAO_DATA: join(folder, 'second'), INIT_CWD: folder };
let server: ServerProcess;

beforeAll(async () => {
  const started = await startServerProcess(first);
  if (!('origin' in started)) throw new Error(started.output);
  server = started;
}, 60_000);
afterAll(async () => {
  await server.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

test('beside a running server: looked at, verified, backed up; and restored elsewhere, once', async () => {
  const [looked, verified, backedUp, seeded, migrated] = await Promise.all([
    runOperation(['doctor', '--json'], first),
    runOperation(['verify-audit', '--json'], first),
    runOperation(['backup', '--json', '--out', 'county.tar.gz'], first),
    runOperation(['seed'], first),
    runOperation(['migrate', '--lang', 'en'], first),
  ]);
  expect(looked).toMatchObject({ code: 0, err: '' });
  const { checks } = JSON.parse(looked.out);
  const states = Object.fromEntries(checks.map(({ id, state }: { id: string; state: string }) => [id, state]));
  expect(states).toMatchObject({
    ...{ node: 'well', data: 'well', database: 'well', tables: 'well' },
    ...{ pdf: 'well', jobs: 'well' },
  });
  expect(verified.code).toBe(0);
  expect(JSON.parse(verified.out)).toMatchObject({ faults: [], publications: { faults: [] } });
  expect(backedUp.code).toBe(0);
  const backup = JSON.parse(backedUp.out);
  expect(backup.file).toBe(join(folder, 'county.tar.gz'));
  expect(statSync(backup.file).mode & 0o777).toBe(0o600);
  expect(seeded).toMatchObject({ code: 2, out: expect.stringContaining('数据库里已有单位') });
  expect(migrated).toMatchObject({ code: 0, out: expect.stringMatching(/^The tables are up to date/) });

  expect(await runOperation(['restore', 'county.tar.gz', '--check'], second)).toMatchObject({ code: 0 });
  const restored = await runOperation(['restore', 'county.tar.gz', '--json'], second);
  expect(restored).toMatchObject({ code: 0 });
  expect(JSON.parse(restored.out)).toMatchObject({ tables: backup.tables, audit: { faultsInAll: 0 } });
  const again = await runOperation(['restore', 'county.tar.gz', '--lang', 'en'], second);
  expect(again).toMatchObject({ code: 2, out: '', err: expect.stringContaining('The database is not empty') });
  const kept = JSON.parse((await runOperation(['verify-audit', '--json'], second)).out);
  expect(kept.publications).toEqual(JSON.parse(verified.out).publications);
}, 180_000);

test('a database that cannot be reached is told with what to look at, without the password', async () => {
  const environment = { DATABASE_URL: 'postgres://u:geheim@127.0.0.1:1/x', NIANBAO_SECRET: 'x'.repeat(40) };
  const { code, out } = await runOperation(['doctor', '--lang', 'en'], { ...second, ...environment });
  expect(code).toBe(1);
  expect(out).toContain('✗ database: the connection was refused: check the host and the port (ECONNREFUSED)');
  expect(out).not.toContain('geheim');
});

test('before anything was started, the doctor looks and makes nothing', async () => {
  const nowhere = join(folder, 'nowhere');
  const { code, out } = await runOperation(['doctor', '--lang', 'en'], { NIANBAO_DATA: nowhere });
  expect(code).toBe(0);
  expect(out).toMatch(/^! tables: not there yet/m);
  expect(readdirSync(folder)).not.toContain('nowhere');
});

test('what does not work is a ✗ and an exit code of 1', async () => {
  const environment = { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nothing', NIANBAO_SECRET: 'a'.repeat(40) };
  const { code, out } = await runOperation(['doctor', '--lang', 'en'], { ...first, ...environment });
  expect(code).toBe(1);
  expect(out).toMatch(/^✗ database: /m);
  expect(out).toMatch(/^✗ secret: .*too simple/m);
});

test('an earlier seal that does not fit is found', async () => {
  const { code, out } = await runOperation(['verify-audit', '--seal', `1:${'0'.repeat(64)}`, '--lang', 'en'], first);
  expect(code).toBe(1);
  expect(out).toContain('seal 1 is not the one that was written down');
});

describe('the command line', () => {
  test('says how each operation is used', async () => {
    for (const load of Object.values(operations)) {
      const { usage } = await load();
      expect(usage.zh).toMatch(/^用法 {2}nianbao /);
      expect(usage.en).toMatch(/^Usage {2}nianbao /);
    }
    const help = await runOperation(['help', 'restore', '--lang', 'en'], {});
    expect(help).toMatchObject({ code: 0, out: expect.stringContaining('--without-jobs') });
  });

  test.each([
    [['restore'], '后面要写一个文件'],
    [['migrate', '--seal', '1:0'], '没有 --seal'],
    [['doctor', '--nonsense'], '没有 --nonsense'],
    [['doctor', '-x', '--lang', 'en'], 'There is no option -x'],
    [['backup', '--out'], '--out 后面要写内容'],
    [['doctor', '--json=yes'], '--json 后面不写内容'],
  ])('%j is a mistake that is named', async (args, words) => {
    expect(await runOperation(args, first)).toMatchObject({ code: 2, err: expect.stringContaining(words) });
  });
});
