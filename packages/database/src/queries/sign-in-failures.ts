import { eq, lt, sql } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { signInFailure } from '../schema/sign-in-failure.ts';

/** Failed sign-ins under this key since `since`. */
export async function countSignInFailures(database: Database, key: string, since: Date): Promise<number> {
  const [row] = await database.select().from(signInFailure).where(eq(signInFailure.key, key));
  return row === undefined || row.since < since ? 0 : row.failures;
}

/** Counts one more; a count that began before `since` starts again. */
export async function addSignInFailure(
  database: Database,
  key: string,
  window: { since: Date; now: Date },
): Promise<void> {
  const { since, now } = window;
  const expired = sql`${signInFailure.since} < ${since.toISOString()}`;
  await database
    .insert(signInFailure)
    .values({ key, failures: 1, since: now })
    .onConflictDoUpdate({
      target: signInFailure.key,
      set: {
        failures: sql`case when ${expired} then 1 else ${signInFailure.failures} + 1 end`,
        since: sql`case when ${expired} then ${now.toISOString()}::timestamptz else ${signInFailure.since} end`,
      },
    });
  await database.delete(signInFailure).where(lt(signInFailure.since, since));
}

export async function clearSignInFailures(database: Database, key: string): Promise<void> {
  await database.delete(signInFailure).where(eq(signInFailure.key, key));
}
