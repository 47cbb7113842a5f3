import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { user } from './user.ts';

export const linkPurposes = ['invitation', 'reset'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** How a link comes to its person: by mail, or shown once to the administrator who hands it over. */
export const linkDeliveries = ['mail', 'shown'] as const;
export type LinkDelivery = (typeof linkDeliveries)[number];

/** A link by which a person sets a password, once. Of its secret only the SHA-256 is kept. */
export const oneTimeLink = pgTable(
  'one_time_link',
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    purpose: text({ enum: linkPurposes }).notNull(),
    delivery: text({ enum: linkDeliveries }).notNull(),
    /** Null until the mail is written, which makes the secret. */
    hash: text().unique(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    /** When it was used, or made void by a newer one or by a change of the account. */
    endedAt: timestamp({ withTimezone: true }),
  },
  (table) => [index().on(table.userId)],
);
