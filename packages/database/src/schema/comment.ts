import type { Anchor } from '@nianbao/core';
import { boolean, index, integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { report } from './report.ts';

/** A conversation about a report, one of its cells or a passage. */
export const commentThread = pgTable(
  'comment_thread',
  {
    id: uuid().primaryKey().defaultRandom(),
    reportId: uuid()
      .notNull()
      .references(() => report.id, { onDelete: 'cascade' }),
    anchor: jsonb().$type<Anchor>().notNull(),
    /** Something has to be done about it. */
    followUp: boolean().notNull(),
    resolvedAt: timestamp({ withTimezone: true }),
    resolvedByName: text(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index().on(table.reportId)],
);

/** One contribution to it. A deleted one keeps its place, its author and its times, and loses its text. */
export const comment = pgTable(
  'comment',
  {
    id: uuid().primaryKey().defaultRandom(),
    threadId: uuid()
      .notNull()
      .references(() => commentThread.id, { onDelete: 'cascade' }),
    /** Place in the conversation, from 0. */
    position: integer().notNull(),
    text: text().notNull(),
    /** Account id and name at that time. */
    writtenBy: text().notNull(),
    writtenByName: text().notNull(),
    writtenAt: timestamp({ withTimezone: true }).notNull(),
    editedAt: timestamp({ withTimezone: true }),
    deletedAt: timestamp({ withTimezone: true }),
  },
  (table) => [unique().on(table.threadId, table.position)],
);
