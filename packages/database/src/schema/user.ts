import { boolean, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { agency } from './agency.ts';

/** A person with an account, or the account of a token. Columns as better-auth and its plugins ask for them, and ours. */
export const user = pgTable(
  'user',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    email: text().notNull().unique(),
    emailVerified: boolean().notNull().default(false),
    image: text(),
    /** Null for the account of a token, which cannot sign in. */
    username: text().unique(),
    displayUsername: text(),
    twoFactorEnabled: boolean().default(false),
    /** The agency that keeps the account, whatever roles the person has. */
    agencyId: uuid().references(() => agency.id),
    /** Whether reminders come by mail too. */
    reminderMails: boolean().notNull().default(true),
    /** Since when the account cannot be used; null for one that can. */
    disabledAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index().on(table.agencyId)],
);
