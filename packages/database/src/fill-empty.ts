import { sql } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { hasNoAgencies } from './queries/agencies.ts';

/** Any fixed number: the name of the lock under which one server at a time fills a database. */
const fillLock = 20_190_515;

/**
 * Fills a database that has no agencies yet, whole or not at all. Of several servers that start on it together one does;
 * the others wait and find it filled. Gives whether it was this one.
 */
export async function fillEmptyDatabase(
  database: Database,
  fill: (transaction: Database) => Promise<void>,
): Promise<boolean> {
  return database.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(${fillLock})`);
    if (!(await hasNoAgencies(transaction))) return false;
    await fill(transaction);
    return true;
  });
}
