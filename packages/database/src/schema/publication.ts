import type { Approval, Finding, Report } from '@nianbao/core';
import { bigint, index, integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { agency } from './agency.ts';
import { bytea } from './column-types.ts';
import { report } from './report.ts';

/** One public version of a report, kept for good: the database refuses to change or delete it. */
export const publication = pgTable(
  'publication',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Grows in the order in which publications are committed: whoever has seen one has seen all below it. */
    sequence: bigint({ mode: 'number' }).notNull().unique().generatedAlwaysAsIdentity(),
    reportId: uuid()
      .notNull()
      .references(() => report.id),
    agencyId: uuid()
      .notNull()
      .references(() => agency.id),
    year: integer().notNull(),
    /** 1 for the first, one more for each correction. */
    version: integer().notNull(),
    content: jsonb().$type<Report>().notNull(),
    /** The content's figures as `encodeFigures` writes them; null without the official tables. */
    figures: bytea(),
    findings: jsonb().$type<readonly Finding[]>().notNull(),
    explanations: jsonb().$type<readonly PublishedExplanation[]>().notNull(),
    /** Files that are public with it. */
    attachments: jsonb().$type<readonly PublishedAttachment[]>().notNull().default([]),
    digest: text().notNull(),
    ruleSetVersion: text().notNull(),
    /** The approval that it was published on. */
    approval: jsonb().$type<Approval>().notNull(),
    /** Those by governments further up that stood then. */
    acceptances: jsonb().$type<readonly Approval[]>().notNull().default([]),
    /** 更正说明: what a correction changes, and why. Null for the first version. */
    note: text(),
    publishedAt: timestamp({ withTimezone: true }).notNull(),
    /** Account id and name at that time; the account itself may be gone. */
    publishedBy: text().notNull(),
    publishedByName: text().notNull(),
  },
  (table) => [
    unique().on(table.reportId, table.version),
    unique().on(table.agencyId, table.year, table.version),
    index().on(table.year, table.publishedAt),
    index('publication_attachments').using('gin', table.attachments.op('jsonb_path_ops')),
  ],
);

/** A file as it was published: `size` in bytes, `digest` the SHA-256 by which it is kept. */
export interface PublishedAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly digest: string;
}

/** The answer to a warning as it was published with the report. */
export interface PublishedExplanation {
  readonly rule: string;
  readonly instance: string | null;
  readonly text: string;
}
