import { sql } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { applicationName } from '../connect.ts';
import { oldestMajor } from '../migrate.ts';
import { listMigrations } from '../migrations.ts';

/** Asks the database for an answer; throws when it gives none. */
export async function assertReachable(database: Database): Promise<void> {
  await database.execute(sql`select 1`);
}

/** Whether the database has had the newest step of this version's tables. */
export async function hasCurrentTables(database: Database): Promise<boolean> {
  const newest = listMigrations().at(-1)?.when ?? 0;
  const rows = await database.execute(sql`select from drizzle.__drizzle_migrations where created_at = ${newest}`);
  return rows.length > 0;
}

/** Our connections to the database by what they are doing, of all processes together: `active`, `idle`… */
export async function countConnections(
  database: Database,
): Promise<readonly { readonly state: string; readonly count: number }[]> {
  return database.execute<{ state: string; count: number }>(sql`
    select coalesce(state, 'unknown') as state, count(*)::int as count from pg_stat_activity
    where datname = current_database() and application_name = ${applicationName} group by 1 order by 1`);
}

/** SQLSTATE of a statement that ran for longer than it may. */
const queryCanceled = '57014';

/** Whether an error, or what caused it, is a statement that the database gave up for its length. */
export function isStatementTimeout(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && at.code === queryCanceled) return true;
  }
  return false;
}

export interface DatabaseFacts {
  /** Such as `18.4`. */
  readonly version: string;
  readonly supported: boolean;
  /** Milliseconds for a question and its answer. */
  readonly roundTrip: number;
  /** Seconds that the database's clock is ahead of ours. */
  readonly ahead: number;
  /** Bytes that it takes up. */
  readonly size: number;
}

/** What a person wants to know of a database that answers. */
export async function databaseFacts(database: Database): Promise<DatabaseFacts> {
  await assertReachable(database);
  const start = performance.now();
  const asked = Date.now();
  const [row] = await database.execute<{ version: string; number: number; epoch: number; size: number }>(sql`
    select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
      extract(epoch from clock_timestamp())::float8 as epoch, pg_database_size(current_database())::float8 as size`);
  const roundTrip = performance.now() - start;
  if (row === undefined) throw new Error('no answer');
  const { version, number, epoch, size } = row;
  const ahead = epoch - (asked + roundTrip / 2) / 1000;
  return { version, supported: number >= oldestMajor * 10_000, roundTrip, ahead, size };
}
