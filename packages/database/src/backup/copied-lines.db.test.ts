import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectOnce } from '../connect.ts';
import type { TestDatabase } from '../testing/index.ts';
import { createTestDatabase } from '../testing/index.ts';
import { copiedLines } from './copied-lines.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** Copies lines of 1,000 bytes, and takes the rest only when the server has sent all of them. */
async function copySlowly(rows: number): Promise<number> {
  const { url } = database;
  return connectOnce(url, (sql) =>
    sql.begin(async (transaction) => {
      const [self] = await transaction<{ pid: number }[]>`select pg_backend_pid() as pid`;
      let bytes = 0;
      let isFirst = true;
      const copy = `copy (select repeat('x', 999) from generate_series(1, ${rows})) to stdout`;
      for await (const chunk of copiedLines(transaction, copy)) {
        bytes += chunk.byteLength;
        if (isFirst) await connectOnce(url, (other) => untilSent(other, self?.pid ?? 0));
        isFirst = false;
      }
      await transaction`select 1`;
      return bytes;
    }),
  );
}

type Sql = Parameters<Parameters<typeof connectOnce>[1]>[0];

async function untilSent(sql: Sql, pid: number): Promise<void> {
  for (let state = 'active'; state === 'active'; ) {
    const [row] = await sql<{ state: string }[]>`select state from pg_stat_activity where pid = ${pid}`;
    state = row?.state ?? '';
  }
}

test.each([80, 130, 170, 200, 260, 400])(
  'after %i thousand bytes that were taken slowly the next statement runs',
  async (rows) => {
    expect(await copySlowly(rows)).toBe(rows * 1000);
  },
);
