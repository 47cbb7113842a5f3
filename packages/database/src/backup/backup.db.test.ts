import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { extract, pack } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Connection } from '../connect.ts';
import { connect, connectOnce } from '../connect.ts';
import { jobKind } from '../jobs/job-kind.ts';
import { openJobQueue } from '../jobs/job-queue.ts';
import { applyMigrations, listMigrations, readMigrationState } from '../migrations.ts';
import { insertAgency } from '../queries/agencies.ts';
import { sealAuditEvents, verifyAuditTrail } from '../queries/audit-chain.ts';
import { appendAuditEvent } from '../queries/audit-events.ts';
import type { OtherServer, TestDatabase } from '../testing/index.ts';
import { createTestDatabase, startOtherServer } from '../testing/index.ts';
import { checkBackup } from './check-backup.ts';
import { leftOut } from './kept-tables.ts';
import { restoreBackup } from './restore-backup.ts';
import type { BackupBlobs } from './write-backup.ts';
import { takeBackup } from './write-backup.ts';

const base = { label: { zh: '试', en: 'try' }, retries: 1, retryDelay: 0, expiresAfter: 60 } as const;
const publishing = jobKind({
  ...base,
  name: 'publishing',
  data: z.object({ report: z.string() }),
  effect: 'inTransaction',
});
const sealing = jobKind({ ...base, name: 'sealing', data: z.object({}), effect: 'inTransaction', every: '0 0 1 1 *' });
const kinds = [publishing, sealing];
const now = new Date('2026-01-20T02:00:00.000Z');
const folder = mkdtempSync(join(tmpdir(), 'nianbao-backup-'));
const file = join(folder, 'whole.tar.gz');
const quiet = () => {};

const attachment = Buffer.from('附件：云溪县林业局 2025 年会议记录');
const digest = createHash('sha256').update(attachment).digest('hex');

async function bytesOf(content: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A store of files in memory, as far as backups use one. */
function blobsWith(kept: Map<string, Buffer>): BackupBlobs {
  return {
    list: async () => [{ digest, size: attachment.byteLength }],
    read: async (name) => {
      const content = kept.get(name);
      return content === undefined ? null : Readable.from([content]);
    },
    async write(content) {
      const bytes = await bytesOf(content);
      kept.set(createHash('sha256').update(bytes).digest('hex'), bytes);
    },
  };
}

let source: TestDatabase;
let other: OtherServer;
let agencyId: string;

/** One save as the server makes it: the number of events and the count on the agency grow in one transaction. */
async function save({ database }: Connection): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.execute(sql`update agency set position = position + 1 where id = ${agencyId}`);
    await appendAuditEvent(transaction, {
      ...{ at: now, actorId: 'a', actorName: '张三', action: 'report.save', agencyId },
      changes: [{ field: 'section:0', before: null, after: 'tab\t, \\N, “quotes”\nand a new line' }],
    });
  });
}

const backup = (to: string, url = source.url) =>
  takeBackup(
    {
      ...{ url, file: to, version: '1.2.3', now, repeating: new Set([sealing.name]) },
      blobs: blobsWith(new Map([[digest, attachment]])),
    },
    quiet,
  );

const restore = (from: string, to: { url: string; withoutJobs?: boolean; blobs?: BackupBlobs }) =>
  restoreBackup({ file: from, kinds, withoutJobs: false, blobs: null, ...to }, quiet);

beforeAll(async () => {
  source = await createTestDatabase();
  other = await startOtherServer();
  const county = await insertAgency(source.database, { name: '云溪县人民政府', kind: 'government', level: 'county' });
  // The child sorts before its parent or after it, as chance has it: both have to load.
  for (let at = 0; at < 4; at += 1) await insertAgency(source.database, { name: `镇${at}`, parentId: county.id });
  agencyId = county.id;
  await source.database.execute(sql`insert into "user" (id, name, email) values ('u1', '李审核', 'u1@example.cn')`);
  await source.database.execute(
    sql`insert into account (id, account_id, provider_id, user_id, password) values ('a1', 'u1', 'credential', 'u1', 'a hash')`,
  );
  await source.database.execute(
    sql`insert into session (id, token, user_id, expires_at) values ('s1', 'secret', 'u1', now())`,
  );
  const queue = await openJobQueue(source, { kinds, supervise: false, onError: quiet });
  await queue.send(source.database, { kind: publishing, data: { report: '甲' }, at: new Date('2099-01-31T01:30:00Z') });
  await queue.send(source.database, { kind: sealing, data: {} });
  await queue.stop();
  for (let at = 0; at < 30; at += 1) await save(source);
  await source.database.transaction((transaction) => sealAuditEvents(transaction, now));
});
afterAll(async () => {
  await other.stop();
  await source.close();
  rmSync(folder, { recursive: true });
});

const numberOf = async ({ database }: Connection, query: ReturnType<typeof sql>) => {
  const [row] = await database.execute<{ number: number }>(query);
  return row?.number;
};
const eventsIn = (connection: Connection) => numberOf(connection, sql`select count(*)::int as number from audit_event`);
const savesIn = (connection: Connection) =>
  numberOf(connection, sql`select position as number from agency where id = ${agencyId}`);

test('taken while others save, it is one state, and another server’s empty database gives it back whole', async () => {
  let saving = true;
  const streams = [0, 1, 2].map(async () => {
    while (saving) await save(source);
  });
  while ((await eventsIn(source)) === 30) await new Promise((turn) => setImmediate(turn));
  const taken = await backup(file);
  saving = false;
  await Promise.all(streams);
  expect(taken.missing).toEqual([]);

  const url = await other.emptyDatabase();
  const stored = new Map<string, Buffer>();
  const restored = await restore(file, { url, blobs: blobsWith(stored) });
  expect(restored).toMatchObject({
    ...{ migrated: [], jobs: { restored: 1, unknown: 0 } },
    audit: { faults: [], faultsInAll: 0, seals: 1 },
  });
  expect(stored.get(digest)).toEqual(attachment);

  const copy = connect(url);
  const events = await eventsIn(copy);
  expect(events).toBe(restored.audit.events);
  expect(await savesIn(copy)).toBe(events);
  expect(events).toBeGreaterThan(30);
  expect(events).toBeLessThanOrEqual((await eventsIn(source)) ?? 0);
  // Life goes on: the next event follows on in its chain, under the next number.
  await save(copy);
  expect((await verifyAuditTrail(copy.database)).faults).toEqual([]);
  await copy.close();

  const again = await backup(join(folder, 'again.tar.gz'), url);
  const digests = (tables: typeof again.manifest.tables) => new Map(tables.map((table) => [table.name, table.digest]));
  const before = digests(taken.manifest.tables);
  for (const [name, now] of digests(again.manifest.tables)) {
    if (['agency', 'audit_event', 'audit_stream'].includes(name)) continue;
    expect([name, now]).toEqual([name, before.get(name)]);
  }
  expect(again.manifest.jobs).toEqual(taken.manifest.jobs);
});

test('whoever was signed in is not, and passwords stay', async () => {
  const url = await other.emptyDatabase();
  await restore(file, { url, withoutJobs: true });
  const rows = await connectOnce(url, async (client) => ({
    sessions: await client`select 1 from session`,
    accounts: await client`select password from account`,
    jobs: await client`select 1 from jobs.job where name = 'publishing'`,
  }));
  expect(rows).toMatchObject({ sessions: [], accounts: [{ password: 'a hash' }], jobs: [] });
});

test('every table is kept, or named among those left out', async () => {
  const { head } = await checkBackup(file);
  const tables = await source.database.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  expect([...head.tables.map(({ name }) => name), ...Object.keys(leftOut)].toSorted()).toEqual(
    tables.map(({ name }) => name).toSorted(),
  );
});

test('a database that holds something is refused and stays as it is', async () => {
  const url = await other.emptyDatabase();
  await connectOnce(url, async (client) => {
    await client`create table theirs (note text)`;
    await client`insert into theirs values ('keep')`;
  });
  await expect(restore(file, { url })).rejects.toThrow(/theirs/);
  expect(await connectOnce(url, (client) => client`select note from theirs`)).toEqual([{ note: 'keep' }]);
});

test('a file of that name is not written over', async () => {
  await expect(backup(file)).rejects.toThrow(/换一个名字/);
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('a backup of older tables is brought to those of this version', async () => {
  const url = await other.emptyDatabase();
  const steps = listMigrations();
  await connectOnce(url, async (client) => {
    await client.begin((transaction) => applyMigrations(transaction, steps.slice(0, -1)));
    await client`insert into agency (name) values ('旧版县')`;
  });
  const old = join(folder, 'old.tar.gz');
  await backup(old, url);
  const target = await other.emptyDatabase();
  expect((await restore(old, { url: target })).migrated).toEqual([steps.at(-1)?.name]);
  const state = await connectOnce(target, readMigrationState);
  expect(state).toMatchObject({ pending: [], unknown: 0 });
});

/** The same backup with some of its parts changed by somebody who knows how it is made. */
async function rewritten(name: string, change: (part: string, content: string) => string): Promise<string> {
  const to = join(folder, name);
  const read = extract();
  const write = pack();
  const reading = pipeline(createReadStream(file), createGunzip(), read);
  const writing = pipeline(write, createGzip(), createWriteStream(to));
  for await (const entry of read) {
    const content = await bytesOf(entry);
    write.entry({ name: entry.header.name }, change(entry.header.name, content.toString('utf8')));
  }
  write.finalize();
  await Promise.all([reading, writing]);
  return to;
}

describe('a backup that is not what it was', () => {
  const refused = /不完整或已损坏/;

  test('cut anywhere is refused', async () => {
    const whole = readFileSync(file);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.byteLength - 1 }), async (length) => {
        const cut = join(folder, 'cut.tar.gz');
        writeFileSync(cut, whole.subarray(0, length));
        await expect(checkBackup(cut)).rejects.toThrow(refused);
      }),
      { numRuns: 25 },
    );
  });

  test.each<[string, (part: string, content: string) => string]>([
    ['a name', (part, content) => (part.startsWith('tables/user/') ? content.replace('李审核', '王审核') : content)],
    [
      'a row',
      (part, content) => (part.startsWith('tables/agency/') ? content.split('\n').slice(1).join('\n') : content),
    ],
    ['a job', (part, content) => (part.startsWith('jobs/') ? content.replace('2099', '2026') : content)],
    ['a file', (part, content) => (part.startsWith('blobs/') ? content.replace('2025', '2026') : content)],
    ['the head', (part, content) => (part === 'head.json' ? content.replace('1.2.3', '1.2.4') : content)],
  ])('%s altered is refused, before anything is touched', async (what, change) => {
    const altered = await rewritten(`${what}.tar.gz`, change);
    const url = await other.emptyDatabase();
    await expect(restore(altered, { url })).rejects.toThrow(refused);
    const tables = await connectOnce(url, (client) => client`select 1 from pg_tables where schemaname = 'public'`);
    expect(tables).toEqual([]);
  });

  test('of a newer version is refused with that version’s number', async () => {
    const newer = await rewritten('newer.tar.gz', (part, content) => {
      if (part !== 'head.json' && part !== 'manifest.json') return content;
      return content.replace(/"when": (\d+)(?=\s*\}\s*\])/, '"when": 9999999999999');
    });
    await expect(restore(newer, { url: await other.emptyDatabase() })).rejects.toThrow(/nianbao 1\.2\.3/);
  });
});
