import type postgres from 'postgres';
import { connectOnce } from './connect.ts';
import { migrateJobs } from './jobs/migrate-jobs.ts';
import type { MigrationState } from './migrations.ts';
import { applyMigrations, readMigrationState } from './migrations.ts';

/** Any fixed number: the name of the lock under which one server at a time changes the tables. */
const migrationLock = 20_190_711;

export class UnsupportedPostgres extends Error {
  override readonly name = 'UnsupportedPostgres';
  readonly code = 'UNSUPPORTED_POSTGRES';
}

/** A database whose tables are not those of this version. */
export class OtherTables extends Error {
  override readonly name = 'OtherTables';
  readonly code = 'OTHER_TABLES';
}

export const oldestMajor = 15;

/** The major version of the server, such as 18. Throws `UnsupportedPostgres` for one older than 15. */
export async function assertSupported(sql: postgres.Sql): Promise<number> {
  const [server] = await sql<{ version: string }[]>`select current_setting('server_version_num') as version`;
  const major = Math.floor(Number(server?.version) / 10_000);
  if (major >= oldestMajor) return major;
  throw new UnsupportedPostgres(
    `需要 PostgreSQL ${oldestMajor} 或更高版本，现为 ${major}。 / PostgreSQL ${oldestMajor} or later is needed, this is ${major}.`,
  );
}

/** Does something while no other process changes the tables. */
export async function withTablesLocked<T>(sql: postgres.Sql, work: () => Promise<T>): Promise<T> {
  await sql`select pg_advisory_lock(${migrationLock})`;
  try {
    return await work();
  } finally {
    await sql`select pg_advisory_unlock(${migrationLock})`;
  }
}

/** Refuses a database that a newer version has changed: this one would not understand what is there. */
export function assertKnown({ unknown }: MigrationState): void {
  if (unknown === 0) return;
  throw new OtherTables(
    '数据库的表由更新的版本（或别的版本）建立，本版本不能使用。请改用那个版本。 / The tables were made by a newer or another version of nianbao: use that one.',
  );
}

export interface Migrated {
  /** Names of the steps that were taken now; empty when there was nothing to do. */
  readonly taken: readonly string[];
  /** Number of steps that the database has had in all. */
  readonly inAll: number;
}

/**
 * Brings a database to the tables of this version, all steps or none, and the queue's tables to theirs. Several servers
 * may start on one database at the same time: one migrates, the others wait. Throws `UnsupportedPostgres` for a server
 * older than 15, `OtherTables` for a database of a newer version.
 */
export async function migrateDatabase(url: string): Promise<Migrated> {
  return connectOnce(url, async (sql) => {
    await assertSupported(sql);
    return withTablesLocked(sql, async () => {
      const state = await readMigrationState(sql);
      assertKnown(state);
      const { applied, pending } = state;
      if (pending.length > 0) await sql.begin((transaction) => applyMigrations(transaction, pending));
      await migrateJobs(sql);
      return { taken: pending.map(({ name }) => name), inAll: applied.length + pending.length };
    });
  });
}

/** Refuses a database that is not at the tables of this version: for servers that are not to change them. */
export async function assertMigrated(url: string): Promise<void> {
  await connectOnce(url, async (sql) => {
    await assertSupported(sql);
    const state = await readMigrationState(sql);
    assertKnown(state);
    if (state.pending.length === 0) return;
    const names = state.pending.map(({ name }) => name).join(', ');
    throw new OtherTables(
      `数据表不是本版本的，请先运行 nianbao migrate。 / The tables are not those of this version (missing: ${names}): run nianbao migrate first.`,
    );
  });
}

/** How far a database is. */
export async function migrationStateOf(url: string): Promise<MigrationState> {
  return connectOnce(url, readMigrationState);
}
