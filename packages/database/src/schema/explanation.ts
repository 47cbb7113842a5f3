import { index, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { report } from './report.ts';
import { user } from './user.ts';

/** 情况说明: the editor's answer to one warning. `answers` holds the figures and text that it was written for. */
export const explanation = pgTable(
  'explanation',
  {
    id: uuid().primaryKey().defaultRandom(),
    reportId: uuid()
      .notNull()
      .references(() => report.id, { onDelete: 'cascade' }),
    rule: text().notNull(),
    instance: text(),
    answers: jsonb().notNull(),
    text: text().notNull(),
    writtenBy: text().references(() => user.id, { onDelete: 'set null' }),
    writtenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    unique('explanation_of_finding').on(table.reportId, table.rule, table.instance).nullsNotDistinct(),
    index().on(table.reportId),
  ],
);
