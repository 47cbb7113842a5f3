import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { agency } from './agency.ts';
import { tsvector } from './column-types.ts';
import { report } from './report.ts';
import { standings } from './similarity.ts';

export const searchKinds = ['agency', 'narrative', 'finding'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** One thing that search finds: an agency, a section of a report's text, a finding. Can be rebuilt at any time. */
export const searchEntry = pgTable(
  'search_entry',
  {
    id: uuid().primaryKey().defaultRandom(),
    kind: text({ enum: searchKinds }).notNull(),
    agencyId: uuid()
      .notNull()
      .references(() => agency.id, { onDelete: 'cascade' }),
    reportId: uuid().references(() => report.id, { onDelete: 'cascade' }),
    /** An agency counts as published once anything of it is. */
    standing: text({ enum: standings }).notNull(),
    year: integer(),
    version: integer(),
    /** `preface` or the position of the section; the rule's id for a finding. */
    place: text(),
    title: text().notNull(),
    body: text().notNull(),
    words: tsvector().notNull(),
  },
  (table) => [index().using('gin', table.words), index().on(table.reportId), index().on(table.agencyId, table.kind)],
);
