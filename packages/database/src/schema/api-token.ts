import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { agency } from './agency.ts';
import { user } from './user.ts';

/**
 * A secret with which another system calls the API, in the role `service` at an agency and below it. Each has an account
 * of its own, which cannot sign in, so that the history names it like a person. Only the SHA-256 of the secret is kept.
 */
export const apiToken = pgTable(
  'api_token',
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: text()
      .notNull()
      .references(() => user.id),
    agencyId: uuid()
      .notNull()
      .references(() => agency.id),
    hash: text().notNull().unique(),
    /** The last characters, by which people tell tokens apart. */
    ending: text().notNull(),
    scopes: text().array().notNull(),
    /** Account id of the administrator who made it. */
    createdBy: text()
      .notNull()
      .references(() => user.id),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    lastUsedAt: timestamp({ withTimezone: true }),
    revokedAt: timestamp({ withTimezone: true }),
  },
  (table) => [index().on(table.agencyId), index().on(table.createdBy)],
);
