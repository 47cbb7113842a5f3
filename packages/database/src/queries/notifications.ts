import type { SQL } from 'drizzle-orm';
import { and, count, desc, eq, inArray, isNull, lt } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { inPieces } from '../in-pieces.ts';
import { membership } from '../schema/membership.ts';
import { notification } from '../schema/notification.ts';
import { user } from '../schema/user.ts';

export type NotificationRow = typeof notification.$inferSelect;
export type NewNotification = typeof notification.$inferInsert;

/** Tells people something; what has the same key was told before and is left out. Gives what is new. */
export async function insertNotifications(
  transaction: Database,
  rows: readonly NewNotification[],
): Promise<NotificationRow[]> {
  const told: NotificationRow[] = [];
  for (const some of inPieces(rows)) {
    told.push(...(await transaction.insert(notification).values(some).onConflictDoNothing().returning()));
  }
  return told;
}

export interface NotificationPage {
  readonly userId: string;
  readonly before: Date | null;
  readonly limit: number;
}

/** What a person was told, newest first. */
export async function listNotifications(
  database: Database,
  { userId, before, limit }: NotificationPage,
): Promise<NotificationRow[]> {
  return database
    .select()
    .from(notification)
    .where(and(eq(notification.userId, userId), before === null ? undefined : lt(notification.createdAt, before)))
    .orderBy(desc(notification.createdAt), desc(notification.id))
    .limit(limit);
}

export async function countUnread(database: Database, userId: string): Promise<number> {
  const [row] = await database
    .select({ unread: count() })
    .from(notification)
    .where(and(eq(notification.userId, userId), isNull(notification.readAt)));
  return row?.unread ?? 0;
}

/** Marks what a person has read; all of it when no ids are given. Others' are left as they are. */
export async function markRead(
  database: Database,
  { userId, ids, now }: { readonly userId: string; readonly ids: readonly string[] | null; readonly now: Date },
): Promise<void> {
  await database
    .update(notification)
    .set({ readAt: now })
    .where(
      and(
        eq(notification.userId, userId),
        isNull(notification.readAt),
        ids === null ? undefined : inArray(notification.id, [...ids]),
      ),
    );
}

/** A notification that may go out by mail, with whom it is for. */
export interface MailableNotification {
  readonly notification: NotificationRow;
  readonly name: string;
  readonly email: string;
}

const wantsMail: SQL | undefined = and(isNull(user.disabledAt), eq(user.reminderMails, true));

/** Of several notifications those that have not gone out by mail, for people who can sign in and want mails. */
export async function listMailable(database: Database, ids: readonly string[]): Promise<MailableNotification[]> {
  if (ids.length === 0) return [];
  return database
    .select({ notification, name: user.name, email: user.email })
    .from(notification)
    .innerJoin(user, eq(user.id, notification.userId))
    .where(and(inArray(notification.id, [...ids]), isNull(notification.mailedAt), wantsMail));
}

/** Notes that a notification went out by mail. */
export async function noteMailed(database: Database, id: string, at: Date): Promise<void> {
  await database.update(notification).set({ mailedAt: at }).where(eq(notification.id, id));
}

/** People with one of the roles at one of the agencies. */
export async function listHolders(
  database: Database,
  agencyIds: readonly string[],
  roles: readonly string[],
): Promise<{ readonly userId: string; readonly agencyId: string }[]> {
  if (agencyIds.length === 0) return [];
  return database
    .selectDistinct({ userId: membership.userId, agencyId: membership.agencyId })
    .from(membership)
    .where(and(inArray(membership.agencyId, [...agencyIds]), inArray(membership.role, [...roles])));
}
