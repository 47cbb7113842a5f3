import { PgBoss } from 'pg-boss';
import type postgres from 'postgres';
import { bossConnection } from './boss-database.ts';

/** The schema of the queue's own tables. */
export const jobSchema = 'jobs';

/** Creates or updates the queue's own tables, over a single connection. */
export async function migrateJobs(client: postgres.Sql): Promise<void> {
  const boss = new PgBoss({ db: bossConnection(client), schema: jobSchema, supervise: false, schedule: false });
  boss.on('error', () => {});
  await boss.start();
  await boss.stop({ graceful: false });
}
