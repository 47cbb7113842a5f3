import type { Lifecycle, Report } from '@nianbao/core';
import { formatIds, reportStates } from '@nianbao/core';
import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { agency } from './agency.ts';
import { bytea } from './column-types.ts';
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
    /** State, editors of this round, approval, correction: changed by core's `applyMove` alone. */
    lifecycle: jsonb().$type<Lifecycle>().notNull(),
    /** The lifecycle's state, for lists. */
    state: text({ enum: reportStates }).notNull().generatedAlwaysAs(sql`lifecycle->>'state'`),
    revision: integer().notNull().default(1),
    /** Words, and of the facts only what is no figure: see core's `KeptReport`. */
    content: jsonb().$type<Report>().notNull(),
    /** As `encodeFigures` writes them; null without the official tables. */
    figures: bytea(),
    /** The published reports of the year before that its opening figures were taken from. */
    carriedFrom: jsonb().$type<readonly CarriedFrom[]>().notNull().default([]),
    /** When it was first handed in for review. */
    firstSubmittedAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    updatedBy: text().references(() => user.id, { onDelete: 'set null' }),
  },
  (table) => [unique().on(table.agencyId, table.year), index().on(table.year)],
);

/** A published version that a report's opening figures were taken from. */
export interface CarriedFrom {
  readonly agencyId: string;
  readonly year: number;
  readonly version: number;
  readonly digest: string;
}
