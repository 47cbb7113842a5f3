import { boolean, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { agency } from './agency.ts';

/** Another service that is told of what happens to an agency and those below it. */
export const webhook = pgTable(
  'webhook',
  {
    id: uuid().primaryKey().defaultRandom(),
    agencyId: uuid()
      .notNull()
      .references(() => agency.id),
    url: text().notNull(),
    /** What it is told of. */
    events: jsonb().$type<readonly string[]>().notNull(),
    active: boolean().notNull().default(true),
    /** The key of its signatures, sealed with the server's secret. */
    sealedSecret: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    /** Account id and name at that time. */
    createdBy: text().notNull(),
    createdByName: text().notNull(),
  },
  (table) => [index().on(table.agencyId)],
);

/** One thing that one service is told, and how that went. */
export const webhookDelivery = pgTable(
  'webhook_delivery',
  {
    id: uuid().primaryKey().defaultRandom(),
    webhookId: uuid()
      .notNull()
      .references(() => webhook.id, { onDelete: 'cascade' }),
    event: text().notNull(),
    /** The body exactly as it is sent. */
    body: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    attempts: integer().notNull().default(0),
    /** HTTP status of the last answer, or why there was none. */
    lastStatus: integer(),
    lastError: text(),
    lastAttemptAt: timestamp({ withTimezone: true }),
    deliveredAt: timestamp({ withTimezone: true }),
  },
  (table) => [index().on(table.webhookId, table.createdAt)],
);
