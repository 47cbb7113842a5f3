import { sql } from 'drizzle-orm';
import type { Database } from '../connect.ts';

/** Asks the database for an answer; throws when it gives none. */
export async function assertReachable(database: Database): Promise<void> {
  await database.execute(sql`select 1`);
}
