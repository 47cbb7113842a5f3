import { and, asc, eq, gte, lt, ne } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { presence } from '../schema/presence.ts';

export type PresenceRow = typeof presence.$inferSelect;

/** Writes a sign of life, in the place of the person's last one on that report. */
export async function writePresence(database: Database, row: PresenceRow): Promise<void> {
  const { name, field, seenAt } = row;
  await database
    .insert(presence)
    .values(row)
    .onConflictDoUpdate({ target: [presence.reportId, presence.userId], set: { name, field, seenAt } });
}

/** Who gave a sign of life on a report since a moment, but for one person. */
export async function listPresent(
  database: Database,
  { reportId, since, except }: { readonly reportId: string; readonly since: Date; readonly except: string },
): Promise<PresenceRow[]> {
  return database
    .select()
    .from(presence)
    .where(and(eq(presence.reportId, reportId), gte(presence.seenAt, since), ne(presence.userId, except)))
    .orderBy(asc(presence.name), asc(presence.userId));
}

/** Forgets a person's presence on a report. */
export async function deletePresence(
  database: Database,
  { reportId, userId }: Pick<PresenceRow, 'reportId' | 'userId'>,
): Promise<void> {
  await database.delete(presence).where(and(eq(presence.reportId, reportId), eq(presence.userId, userId)));
}

/** Forgets everybody who has given no sign of life since a moment. */
export async function forgetAbsent(database: Database, since: Date): Promise<void> {
  await database.delete(presence).where(lt(presence.seenAt, since));
}
