import { index, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { user } from './user.ts';

/** Something that a person is told in the application: a kind, and what its sentence needs. */
export const notification = pgTable(
  'notification',
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    data: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    /** The same thing is told to a person once: what makes it the same. */
    key: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    readAt: timestamp({ withTimezone: true }),
    /** When it went out by mail too; null where it did not. */
    mailedAt: timestamp({ withTimezone: true }),
  },
  (table) => [unique().on(table.userId, table.key), index().on(table.userId, table.createdAt)],
);
