import { formatIds } from '@nianbao/core';
import type { Report } from '@nianbao/core';
import { index, integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { agency } from './agency.ts';
import { user } from './user.ts';

/**
 * The working copy of one agency's report for one year. `revision` grows with every change; what was published is in
 * `publication` and stays there whatever happens here.
 */
export const report = pgTable(
  'report',
  {
    id: uuid().primaryKey().defaultRandom(),
    agencyId: uuid()
      .notNull()
      .references(() => agency.id),
    year: integer().notNull(),
    format: text({ enum: formatIds }),
    state: text().notNull().default('draft'),
    revision: integer().notNull().default(1),
    content: jsonb().$type<Report>().notNull(),
    /** The standing approval: who, when, and the digest of what was approved. */
    approval: jsonb(),
    /** 更正说明 of the correction that is under way. */
    correctionNote: text(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    updatedBy: text().references(() => user.id, { onDelete: 'set null' }),
  },
  (table) => [unique().on(table.agencyId, table.year), index().on(table.year)],
);
