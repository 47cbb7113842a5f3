import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { connectOnce } from './connect.ts';
import { migrateJobs } from './jobs/job-queue.ts';

const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

/** Any fixed number: the name of the lock under which one server at a time changes the tables. */
const migrationLock = 20_190_711;

export class UnsupportedPostgres extends Error {
  override readonly name = 'UnsupportedPostgres';
  readonly code = 'UNSUPPORTED_POSTGRES';
}

const oldestMajor = 15;

/**
 * Brings a database to the tables of this version. Several servers may start on one database at the same time: one
 * migrates, the others wait. Throws `UnsupportedPostgres` for a server older than 15.
 */
export async function migrateDatabase(url: string): Promise<void> {
  await connectOnce(url, async (sql) => {
    const [server] = await sql<{ version: string }[]>`select current_setting('server_version_num') as version`;
    const major = Math.floor(Number(server?.version) / 10_000);
    if (!(major >= oldestMajor)) {
      throw new UnsupportedPostgres(
        `需要 PostgreSQL ${oldestMajor} 或更高版本，现为 ${major}。 / PostgreSQL ${oldestMajor} or later is needed, this is ${major}.`,
      );
    }
    await sql`select pg_advisory_lock(${migrationLock})`;
    try {
      await migrate(drizzle(sql), { migrationsFolder });
      await migrateJobs(sql);
    } finally {
      await sql`select pg_advisory_unlock(${migrationLock})`;
    }
  });
}
