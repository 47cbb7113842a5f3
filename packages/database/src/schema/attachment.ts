import { bigint, boolean, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { report } from './report.ts';

/** A file that goes with a report. Its bytes are in the store of files, by their digest. */
export const attachment = pgTable(
  'attachment',
  {
    id: uuid().primaryKey().defaultRandom(),
    reportId: uuid()
      .notNull()
      .references(() => report.id),
    name: text().notNull(),
    mediaType: text().notNull(),
    /** In bytes. */
    size: bigint({ mode: 'number' }).notNull(),
    /** SHA-256 in hexadecimal. */
    digest: text().notNull(),
    /** Published with the report; else for those who work on it. */
    isPublic: boolean().notNull(),
    uploadedAt: timestamp({ withTimezone: true }).notNull(),
    /** Account id and name at that time. */
    uploadedBy: text().notNull(),
    uploadedByName: text().notNull(),
  },
  (table) => [index().on(table.reportId), index().on(table.digest)],
);
