import type { Text } from '@nianbao/core';
import { bigint, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { campaign } from './campaign.ts';
import type { FigureBasis } from './roll-up.ts';

/** A document that is not in an export, and why. */
export interface LackingDocument {
  readonly agencyId: string;
  readonly agencyName: string;
  /** The kind of document, such as `docx`. */
  readonly format: string;
  readonly reason: Text;
}

/**
 * `waiting` and `running` until all is written, then `ready`; `failed` where that could not be done, `deleted` when the
 * file was taken away after its time.
 */
export const exportStates = ['waiting', 'running', 'ready', 'failed', 'deleted'] as const;
export type ExportState = (typeof exportStates)[number];

/** The documents of a campaign as one file: what was asked for, how far it is, and where the file is. */
export const campaignExport = pgTable(
  'campaign_export',
  {
    id: uuid().primaryKey().defaultRandom(),
    campaignId: uuid()
      .notNull()
      .references(() => campaign.id),
    formats: jsonb().$type<readonly string[]>().notNull(),
    basis: text().$type<FigureBasis>().notNull(),
    state: text().$type<ExportState>().notNull().default('waiting'),
    /** Attempts that have begun. */
    attempts: integer().notNull().default(0),
    /** Documents to be written; null until that is known. */
    total: integer(),
    done: integer().notNull().default(0),
    lacking: jsonb().$type<readonly LackingDocument[]>().notNull().default([]),
    requestedAt: timestamp({ withTimezone: true }).notNull(),
    /** Account id and name at that time. */
    requestedBy: text().notNull(),
    requestedByName: text().notNull(),
    finishedAt: timestamp({ withTimezone: true }),
    /** SHA-256 of the file in the store, in hexadecimal. */
    digest: text(),
    /** In bytes. */
    size: bigint({ mode: 'number' }),
  },
  (table) => [index().on(table.campaignId, table.requestedAt), index().on(table.digest)],
);
