import { expect, test } from 'vitest';
import { connectOnce } from './connect.ts';
import { migrateDatabase } from './migrate.ts';
import { createTestDatabase } from './testing/index.ts';

test('several servers that start on one empty database migrate it once', async () => {
  const { url, close } = await createTestDatabase();
  await connectOnce(url, async (sql) => {
    await sql`drop schema public cascade`;
    await sql`drop schema drizzle cascade`;
    await sql`create schema public`;
  });
  await Promise.all([migrateDatabase(url), migrateDatabase(url), migrateDatabase(url)]);
  const applied = await connectOnce(url, (sql) => sql`select hash from drizzle.__drizzle_migrations`);
  expect(new Set(applied.map((row) => row.hash)).size).toBe(applied.length);
  const tables = await connectOnce(url, (sql) => sql`select 1 from pg_tables where schemaname = 'public'`);
  expect(tables.length).toBeGreaterThan(10);
  await close();
});
