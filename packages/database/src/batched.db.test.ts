import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { batched } from './batched.ts';
import type { TestDatabase } from './testing/index.ts';
import { createTestDatabase } from './testing/index.ts';

let connection: TestDatabase;
beforeAll(async () => {
  connection = await createTestDatabase();
  await connection.database.execute(sql`create table counter (name text primary key, value integer not null)`);
});
afterAll(() => connection.close());

const counterRow = z.object({ name: z.string(), value: z.int() });

let statements: (readonly string[])[] = [];
beforeEach(async () => {
  statements = [];
  await connection.database.execute(sql`truncate counter`);
  await connection.database.execute(sql`insert into counter select 'n' || at, at from generate_series(0, 99) at`);
});

/** The values of counters; a name that is “broken” breaks the statement that it is in. */
const counted = batched(async (database, names: readonly string[]) => {
  statements.push(names);
  const rows = await database.execute(sql`
    select name, value, case when ${names.includes('broken')} then 1 / (value - value) end
    from counter where name in ${names}`);
  const values = new Map(Array.from(rows, (row) => counterRow.parse(row)).map(({ name, value }) => [name, value]));
  return names.map((name) => values.get(name) ?? null);
});

test('who asks alone is answered by a statement of their own', async () => {
  expect(await counted(connection.database, 'n7')).toBe(7);
  expect(await counted(connection.database, 'nobody')).toBeNull();
  expect(statements).toEqual([['n7'], ['nobody']]);
});

test('many who ask at once are answered by few statements, each with their own', async () => {
  const asked = Array.from({ length: 100 }, (_, at) => counted(connection.database, `n${at}`));
  expect(await Promise.all(asked)).toEqual(Array.from({ length: 100 }, (_, at) => at));
  expect(statements.length).toBeLessThan(5);
});

test('what breaks the statement for one fails for that one alone', async () => {
  const names = Array.from({ length: 20 }, (_, at) => (at === 11 ? 'broken' : `n${at}`));
  await connection.database.execute(sql`insert into counter values ('broken', 1)`);
  const answers = await Promise.allSettled(names.map((name) => counted(connection.database, name)));
  expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : 'failed'))).toEqual(
    names.map((_, at) => (at === 11 ? 'failed' : at)),
  );
});

test('an answer is never older than its question', async () => {
  const { database } = connection;
  const others = () => Array.from({ length: 10 }, (_, at) => counted(database, `n${at}`));
  const before = others();
  for (let value = 1; value <= 20; value += 1) {
    const during = others();
    await database.execute(sql`update counter set value = ${value} where name = 'n50'`);
    expect(await counted(database, 'n50')).toBe(value);
    await Promise.all(during);
  }
  await Promise.all(before);
});

test('a transaction sees what it wrote itself', async () => {
  await connection.database.transaction(async (transaction) => {
    await transaction.execute(sql`update counter set value = 700 where name = 'n7'`);
    const [within, outside] = await Promise.all([counted(transaction, 'n7'), counted(connection.database, 'n7')]);
    expect([within, outside]).toEqual([700, 7]);
  });
});
