import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { report } from './report.ts';
import { user } from './user.ts';

/** That a report is to be published at a minute; taken away when it is, when it cannot be, and when somebody cancels it. */
export const scheduledPublication = pgTable('scheduled_publication', {
  /** Another one each time: the job that does it names it, and does nothing once it is gone. */
  id: uuid().notNull().unique(),
  reportId: uuid()
    .primaryKey()
    .references(() => report.id),
  at: timestamp({ withTimezone: true }).notNull(),
  /** What is published, as the digest of an approval names it. */
  digest: text().notNull(),
  scheduledAt: timestamp({ withTimezone: true }).notNull(),
  /** Who decided it, and publishes it. */
  scheduledBy: text()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' }),
});
