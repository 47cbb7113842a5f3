import { integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/**
 * Attempts counted by what is limited and by whom, shared by all server processes. The table is unlogged: it costs no
 * write-ahead log, and the counts start anew after a crash.
 */
export const rateLimit = pgTable('rate_limit', {
  /** Name of the limit and the SHA-256 of whom it counts: neither names nor addresses are kept in the clear. */
  key: text().primaryKey(),
  points: integer().notNull(),
  /** When the count is over. */
  expire: timestamp({ withTimezone: true }),
});
