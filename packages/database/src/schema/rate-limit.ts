import { bigint, integer, pgTable, text } from 'drizzle-orm/pg-core';

/** Requests counted per address and path, shared by all server processes. Columns as better-auth asks for them. */
export const rateLimit = pgTable('rate_limit', {
  id: text().primaryKey(),
  key: text().notNull().unique(),
  count: integer().notNull(),
  lastRequest: bigint({ mode: 'number' }).notNull(),
});
