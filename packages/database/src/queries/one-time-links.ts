import { and, eq, gt, isNotNull, isNull, lt } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { oneTimeLink } from '../schema/one-time-link.ts';
import { user } from '../schema/user.ts';

export type OneTimeLinkRow = typeof oneTimeLink.$inferSelect;
export type NewOneTimeLink = Omit<typeof oneTimeLink.$inferInsert, 'id'>;

/** Makes every link of a person void. */
export async function endLinks(database: Database, userId: string, now: Date): Promise<void> {
  await database
    .update(oneTimeLink)
    .set({ endedAt: now })
    .where(and(eq(oneTimeLink.userId, userId), isNull(oneTimeLink.endedAt)));
}

/** Adds a link and makes the older ones of its person void; gives its id. */
export async function insertLink(transaction: Database, link: NewOneTimeLink): Promise<string> {
  await endLinks(transaction, link.userId, link.createdAt);
  const [row] = await transaction.insert(oneTimeLink).values(link).returning({ id: oneTimeLink.id });
  if (row === undefined) throw new Error('insert returned no row');
  return row.id;
}

export interface OpenLink {
  readonly link: OneTimeLinkRow;
  readonly user: typeof user.$inferSelect;
}

const isOpen = (now: Date) =>
  and(isNull(oneTimeLink.endedAt), gt(oneTimeLink.expiresAt, now), isNull(user.disabledAt), isNotNull(user.username));

/** The link that may still be used and has this hash, with its account. */
export async function findOpenLink(database: Database, hash: string, now: Date): Promise<OpenLink | null> {
  const [row] = await database
    .select({ link: oneTimeLink, user })
    .from(oneTimeLink)
    .innerJoin(user, eq(user.id, oneTimeLink.userId))
    .where(and(eq(oneTimeLink.hash, hash), isOpen(now)));
  return row ?? null;
}

/** The same by its id. */
export async function findOpenLinkById(database: Database, id: string, now: Date): Promise<OpenLink | null> {
  const [row] = await database
    .select({ link: oneTimeLink, user })
    .from(oneTimeLink)
    .innerJoin(user, eq(user.id, oneTimeLink.userId))
    .where(and(eq(oneTimeLink.id, id), isOpen(now)));
  return row ?? null;
}

/** Gives a link its secret, anew when it had one. */
export async function setLinkHash(database: Database, id: string, hash: string): Promise<void> {
  await database.update(oneTimeLink).set({ hash }).where(eq(oneTimeLink.id, id));
}

/** Uses a link up: true for one caller only, however many try at once. */
export async function consumeLink(transaction: Database, id: string, now: Date): Promise<boolean> {
  const rows = await transaction
    .update(oneTimeLink)
    .set({ endedAt: now })
    .where(and(eq(oneTimeLink.id, id), isNull(oneTimeLink.endedAt)))
    .returning({ id: oneTimeLink.id });
  return rows.length > 0;
}

export async function deleteLinksBefore(database: Database, before: Date): Promise<void> {
  await database.delete(oneTimeLink).where(lt(oneTimeLink.expiresAt, before));
}
