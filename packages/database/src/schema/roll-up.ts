import { formatIds } from '@nianbao/core';
import {
  boolean,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { agency } from './agency.ts';
import { bytea } from './column-types.ts';
import { report } from './report.ts';

/** From which versions of its members a sum is made: those in force in public, or those approved where there are such. */
export const figureBases = ['published', 'approved'] as const;
export type FigureBasis = (typeof figureBases)[number];

export const lowerGovernmentOrders = ['asReported', 'fromMembers'] as const;

/** Who was in a sum and who was not, by name. */
export interface TakenCoverage {
  readonly reports: number;
  readonly notReported: number;
  readonly missing: readonly string[];
  readonly otherFormat: readonly string[];
  readonly vertical: readonly string[];
}

/** 汇总: that a government's report was filled with the sum of its members; the newest time only. */
export const rollUpTake = pgTable('roll_up_take', {
  reportId: uuid()
    .primaryKey()
    .references(() => report.id, { onDelete: 'cascade' }),
  basis: text({ enum: figureBases }).notNull(),
  includeVertical: boolean().notNull(),
  lowerGovernments: text({ enum: lowerGovernmentOrders }).notNull(),
  format: text({ enum: formatIds }).notNull(),
  coverage: jsonb().$type<TakenCoverage>().notNull(),
  /** The sums themselves, without own additions, as `encodeFigures` writes them. */
  figures: bytea().notNull(),
  takenAt: timestamp({ withTimezone: true }).notNull(),
  /** Account id and name at that time. */
  takenBy: text().notNull(),
  takenByName: text().notNull(),
});

/** One report that the sum was taken from, with its figures as they were. */
export const rollUpSource = pgTable(
  'roll_up_source',
  {
    reportId: uuid()
      .notNull()
      .references(() => rollUpTake.reportId, { onDelete: 'cascade' }),
    agencyId: uuid()
      .notNull()
      .references(() => agency.id),
    agencyName: text().notNull(),
    /** The public version; 0 where it was approved and not yet public. */
    version: integer().notNull(),
    /** The revision of an approved report; 0 for a public version. */
    revision: integer().notNull(),
    figures: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.agencyId] })],
);

/** A figure that a government's office adds to the sum of its members itself, and why. */
export const rollUpAddition = pgTable(
  'roll_up_addition',
  {
    reportId: uuid()
      .notNull()
      .references(() => report.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    /** In the cell's own unit: 件, 项, 万元. */
    value: doublePrecision().notNull(),
    reason: text().notNull(),
    /** Account id and name at that time. */
    writtenBy: text().notNull(),
    writtenByName: text().notNull(),
    writtenAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.key] })],
);
