import { index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { report } from './report.ts';

/** 情况说明: the editor's answer to one warning. `mark` names the figures and words that it was written for. */
export const explanation = pgTable(
  'explanation',
  {
    id: uuid().primaryKey().defaultRandom(),
    reportId: uuid()
      .notNull()
      .references(() => report.id, { onDelete: 'cascade' }),
    rule: text().notNull(),
    instance: text(),
    mark: text().notNull(),
    text: text().notNull(),
    /** Account id and name at that time. */
    writtenBy: text().notNull(),
    writtenByName: text().notNull(),
    writtenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    unique('explanation_of_finding').on(table.reportId, table.rule, table.instance, table.mark).nullsNotDistinct(),
    index().on(table.reportId),
  ],
);
