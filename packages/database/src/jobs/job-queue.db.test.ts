import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { Database } from '../connect.ts';
import type { TestDatabase } from '../testing/index.ts';
import { createTestDatabase } from '../testing/index.ts';
import { jobKind } from './job-kind.ts';
import type { JobQueue } from './job-queue.ts';
import { openJobQueue } from './job-queue.ts';

const base = { label: { zh: '试', en: 'try' }, retries: 1, retryDelay: 0, expiresAfter: 60 } as const;
const data = z.object({ note: z.string() });
const writing = jobKind({ ...base, name: 'writing', data, effect: 'inTransaction' });
const failing = jobKind({ ...base, name: 'failing', data, effect: 'inTransaction' });
const sharing = jobKind({ ...base, name: 'sharing', data, effect: 'inTransaction' });
const reaching = jobKind({ ...base, name: 'reaching', data, effect: 'onItsOwn' });

let connection: TestDatabase;
let queue: JobQueue;
const errors: Error[] = [];

const open = () =>
  openJobQueue(connection, {
    kinds: [writing, failing, sharing, reaching],
    ...{ supervise: true, pollEvery: 0.5, onError: (error) => errors.push(error) },
  });

beforeAll(async () => {
  connection = await createTestDatabase();
  await connection.database.execute(sql`create table note (text text not null)`);
  queue = await open();
});
afterAll(async () => {
  await queue.stop();
  await connection.close();
  expect(errors).toEqual([]);
});

const write = (database: Database, text: string) => database.execute(sql`insert into note values (${text})`);

async function notes(like: string): Promise<unknown[]> {
  const rows = await connection.database.execute(sql`select text from note where text like ${like} order by text`);
  return rows.map(({ text }) => text);
}

const until = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 50 });

describe('the job queue', () => {
  test('a job is there only if the transaction that sent it commits', async () => {
    const reached: string[] = [];
    await queue.work(reaching, async ({ note }) => void reached.push(note));
    const undo = new Error('undo');
    const undone = connection.database.transaction(async (transaction) => {
      await queue.send(transaction, { kind: reaching, data: { note: 'undone' } });
      throw undo;
    });
    await expect(undone).rejects.toBe(undo);
    await queue.send(connection.database, { kind: reaching, data: { note: 'done' } });
    await until(async () => expect(reached).toEqual(['done']));
  });

  test('what a job writes is committed with its end: a failed attempt leaves nothing', async () => {
    let attempts = 0;
    await queue.work(writing, async ({ note }, { database }) => {
      await write(database, `${note} ${attempts}`);
      attempts += 1;
      if (attempts === 1) throw new Error('first attempt');
    });
    await queue.send(connection.database, { kind: writing, data: { note: 'once' } });
    await until(async () => expect(await notes('once%')).toEqual(['once 1']));
  });

  test('a job that keeps failing is parked with its error, and can be tried again or thrown away', async () => {
    let mended = false;
    await queue.work(failing, async ({ note }, { database }) => {
      if (!mended) throw new Error(`cannot do ${note}`);
      await write(database, note);
    });
    await queue.send(connection.database, { kind: failing, data: { note: 'parked 1' } });
    await queue.send(connection.database, { kind: failing, data: { note: 'parked 2' } });
    await until(async () => expect(await queue.listParked(10)).toHaveLength(2));
    const [first, second] = await queue.listParked(10);
    expect(first).toMatchObject({ kind: 'failing', attempts: 2, error: expect.stringMatching(/^cannot do parked/) });
    mended = true;
    expect(await queue.retryParked(first?.id ?? '')).toBe(true);
    expect(await queue.discardParked(second?.id ?? '')).toBe(true);
    expect(await queue.discardParked('00000000-0000-4000-8000-000000000000')).toBe(false);
    await until(async () =>
      expect(await notes('parked%')).toEqual([z.object({ note: z.string() }).parse(first?.data).note]),
    );
    expect(await queue.listParked(10)).toEqual([]);
  });

  test('one waiting job for a key', async () => {
    const other = await open();
    const later = new Date(Date.now() + 3_600_000);
    for (const from of [queue, other, queue]) {
      await from.send(connection.database, { kind: reaching, data: { note: 'later' }, key: 'same', at: later });
    }
    const [row] = await connection.database.execute(
      sql`select count(*)::int as jobs from jobs.job where name = 'reaching' and singleton_key = 'same'`,
    );
    expect(row).toEqual({ jobs: 1 });
    await other.stop();
  });

  test('two processes that work do each job once', async () => {
    const other = await open();
    const done: string[] = [];
    const work = async ({ note }: { note: string }) => void done.push(note);
    await queue.work(sharing, work);
    await other.work(sharing, work);
    const wanted = Array.from({ length: 40 }, (_, at) => `job ${at}`);
    for (const note of wanted) await queue.send(connection.database, { kind: sharing, data: { note } });
    await until(async () => expect(done.length).toBeGreaterThanOrEqual(40));
    expect(done.sort()).toEqual(wanted.sort());
    await other.stop();
  });
});
