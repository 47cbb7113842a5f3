import { boolean, index, integer, pgTable, primaryKey, real, text, unique, uuid } from 'drizzle-orm/pg-core';
import { agency } from './agency.ts';
import { report } from './report.ts';

/** Which text of a report: the working copy while it is not public, or the public version in force. */
export const standings = ['working', 'published'] as const;
export type Standing = (typeof standings)[number];

/** What a report's own text is found by among others, as core's `similaritySignature` makes it. */
export const similarText = pgTable(
  'similar_text',
  {
    id: uuid().primaryKey().defaultRandom(),
    reportId: uuid()
      .notNull()
      .references(() => report.id, { onDelete: 'cascade' }),
    standing: text({ enum: standings }).notNull(),
    agencyId: uuid()
      .notNull()
      .references(() => agency.id),
    year: integer().notNull(),
    /** False for a public version while another is being worked on. */
    current: boolean().notNull(),
    length: integer().notNull(),
    bands: integer().array().notNull(),
  },
  (table) => [
    unique().on(table.reportId, table.standing),
    index().on(table.agencyId, table.year),
    index().using('gin', table.bands),
  ],
);

/** Two texts that repeat each other, with the part of each that stands in the other. */
export const similarPair = pgTable(
  'similar_pair',
  {
    oneId: uuid()
      .notNull()
      .references(() => similarText.id, { onDelete: 'cascade' }),
    otherId: uuid()
      .notNull()
      .references(() => similarText.id, { onDelete: 'cascade' }),
    /** The year of the later of the two. */
    year: integer().notNull(),
    shareOfOne: real().notNull(),
    shareOfOther: real().notNull(),
  },
  (table) => [primaryKey({ columns: [table.oneId, table.otherId] }), index().on(table.otherId), index().on(table.year)],
);
