import type { Text } from '@nianbao/core';
import type { NotificationRow } from '@nianbao/database';
import { countUnread, listNotifications as queryNotifications, markRead as writeRead } from '@nianbao/database';
import { z } from 'zod';
import type { PersonContext } from '../api/request-context.ts';
import type { NotificationKind } from './notification-kinds.ts';
import { notificationKinds, notificationText } from './notification-kinds.ts';

export const listNotificationsInput = z.object({
  /** Older than this moment, for the next page. */
  before: z.iso.datetime().nullish(),
  limit: z.int().min(1).max(100).default(30),
});

export const listNotificationsOutput = z.object({
  unread: z.int(),
  notifications: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      zh: z.string(),
      en: z.string(),
      /** Where it is dealt with, within the application. */
      link: z.string().nullable(),
      at: z.iso.datetime(),
      read: z.boolean(),
    }),
  ),
});

const dataSchema = z.object({
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  link: z.string().nullable(),
});

const isKind = (kind: string): kind is NotificationKind => Object.hasOwn(notificationKinds, kind);

export interface Told extends Text {
  /** Where it is dealt with, within the application. */
  readonly link: string | null;
}

/** What a notification says; null for one of a kind that there is no more. */
export function toldBy({ kind, data }: Pick<NotificationRow, 'kind' | 'data'>): Told | null {
  const parsed = dataSchema.safeParse(data);
  if (!parsed.success || !isKind(kind)) return null;
  return { ...notificationText(kind, parsed.data.values), link: parsed.data.link };
}

/** What a person was told, newest first. */
export async function listNotifications(
  { database, person }: PersonContext,
  { before, limit }: z.infer<typeof listNotificationsInput>,
): Promise<z.infer<typeof listNotificationsOutput>> {
  const page = { userId: person.id, before: before ? new Date(before) : null, limit };
  const rows = await queryNotifications(database, page);
  return {
    unread: await countUnread(database, person.id),
    notifications: rows.flatMap(({ id, kind, data, createdAt, readAt }) => {
      const told = toldBy({ kind, data });
      return told === null ? [] : [{ id, kind, ...told, at: createdAt.toISOString(), read: readAt !== null }];
    }),
  };
}

export const markReadInput = z.object({
  /** All of them when left out. */
  ids: z.array(z.uuid()).max(100).nullish(),
});

export const markReadOutput = z.object({ unread: z.int() });

/** Marks notifications as read. */
export async function markRead(
  { database, person, now }: PersonContext,
  { ids }: z.infer<typeof markReadInput>,
): Promise<z.infer<typeof markReadOutput>> {
  await writeRead(database, { userId: person.id, ids: ids ?? null, now });
  return { unread: await countUnread(database, person.id) };
}
