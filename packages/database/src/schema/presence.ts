import { pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/**
 * Who has a report open for editing, and where. Not logged by the database, so that a sign of life costs next to nothing:
 * after a crash the table is empty, and fills again within seconds. No foreign keys for the same reason.
 */
export const presence = pgTable(
  'presence',
  {
    reportId: uuid().notNull(),
    userId: text().notNull(),
    name: text().notNull(),
    /** The field in focus, as changes name it: `fact:t3.received.total`, `section:0`. */
    field: text(),
    seenAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.userId] })],
);
