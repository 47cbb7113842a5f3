import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type postgres from 'postgres';
import { z } from 'zod';

const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

/** One step of the tables from version to version. */
export interface Migration {
  /** Its file's name, such as `0003_audit_chain`. */
  readonly name: string;
  /** SHA-256 of its file. */
  readonly hash: string;
  /** The moment that it was made, in milliseconds: tells the steps apart and gives their order. */
  readonly when: number;
  readonly statements: readonly string[];
}

/** How far a database is. */
export interface MigrationState {
  /** Steps of this version that the database has, oldest first. */
  readonly applied: readonly Migration[];
  /** Steps of this version that it still needs. */
  readonly pending: readonly Migration[];
  /** Steps that it has and this version does not know: a newer version, or another, was there. */
  readonly unknown: number;
}

const journal = z.object({ entries: z.array(z.object({ tag: z.string() })) });

let known: readonly Migration[] | null = null;

/** All steps of this version, oldest first; read from their files once. */
export function listMigrations(): readonly Migration[] {
  known ??= readMigrations();
  return known;
}

function readMigrations(): readonly Migration[] {
  const { entries } = journal.parse(JSON.parse(readFileSync(`${migrationsFolder}/meta/_journal.json`, 'utf8')));
  return readMigrationFiles({ migrationsFolder }).map(({ sql, hash, folderMillis }, at) => ({
    name: entries[at]?.tag ?? hash,
    ...{ hash, when: folderMillis, statements: sql },
  }));
}

/** The steps that a database has had, by the moments that are written down in it, oldest first. */
export async function appliedSteps(sql: postgres.ISql): Promise<readonly number[]> {
  const [found] = await sql<
    { there: boolean }[]
  >`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (found?.there !== true) return [];
  const rows = await sql<{ when: string }[]>`
    select created_at as when from drizzle.__drizzle_migrations order by created_at`;
  return rows.map(({ when }) => Number(when));
}

export async function readMigrationState(sql: postgres.ISql): Promise<MigrationState> {
  const taken = new Set(await appliedSteps(sql));
  const known = listMigrations();
  const applied = known.filter(({ when }) => taken.has(when));
  return { applied, pending: known.filter(({ when }) => !taken.has(when)), unknown: taken.size - applied.length };
}

/** Takes steps within the transaction that is given, and writes them down where `drizzle-kit` looks for them. */
export async function applyMigrations(
  transaction: postgres.TransactionSql,
  steps: readonly Migration[],
): Promise<void> {
  await transaction`create schema if not exists drizzle`;
  await transaction`create table if not exists drizzle.__drizzle_migrations (
    id serial primary key, hash text not null, created_at bigint)`;
  for (const { statements, hash, when } of steps) {
    for (const statement of statements) await transaction.unsafe(statement);
    await transaction`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${when})`;
  }
}
