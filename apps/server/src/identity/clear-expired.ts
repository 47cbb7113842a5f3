import type { Database } from '@nianbao/database';
import {
  deleteExpiredCounts,
  deleteExpiredSessions,
  deleteExpiredVerifications,
  deleteLinksBefore,
} from '@nianbao/database';

const month = 30 * 24 * 60 * 60 * 1000;

/** Removes what can no longer be used: sessions, unfinished sign-ins, counts of attempts, links a month after their time. */
export async function clearExpired(transaction: Database, now: Date): Promise<void> {
  await deleteExpiredSessions(transaction, now);
  await deleteExpiredVerifications(transaction, now);
  await deleteExpiredCounts(transaction, now);
  await deleteLinksBefore(transaction, new Date(now.getTime() - month));
}
