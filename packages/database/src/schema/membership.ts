import { index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { agency } from './agency.ts';
import { user } from './user.ts';

/** What a person may do where: a role at an agency, which reaches as far below it as the role says. */
export const membership = pgTable(
  'membership',
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    agencyId: uuid()
      .notNull()
      .references(() => agency.id),
    role: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [unique().on(table.userId, table.agencyId, table.role), index().on(table.agencyId)],
);
