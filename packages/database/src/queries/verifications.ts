import { lt } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { verification } from '../schema/verification.ts';

/** Removes what the identity library kept for sign-ins that were never finished. */
export async function deleteExpiredVerifications(database: Database, now: Date): Promise<void> {
  await database.delete(verification).where(lt(verification.expiresAt, now));
}
