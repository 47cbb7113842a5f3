import type { Database, NotificationRow } from '@nianbao/database';
import { insertNotifications } from '@nianbao/database';
import type { NotificationKind } from './notification-kinds.ts';

/** Something that people are told. `link` is the address within the application where they deal with it. */
export interface Notice {
  readonly userId: string;
  readonly kind: NotificationKind;
  readonly values: Readonly<Record<string, string | number>>;
  readonly link: string | null;
  /** What was told before with the same key is not told again. */
  readonly key: string;
}

/** Tells people something in the application, as part of the transaction that it follows from; gives what is new. */
export async function notify(
  transaction: Database,
  notices: readonly Notice[],
  now: Date,
): Promise<readonly NotificationRow[]> {
  const rows = notices.map(({ userId, kind, values, link, key }) => {
    return { userId, kind, key, createdAt: now, data: { values, link } };
  });
  return insertNotifications(transaction, rows);
}
