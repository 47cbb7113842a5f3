import { index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { agency } from './agency.ts';

/** A reorganisation: from report year `year` on, its successors do the work of its predecessors. */
export const succession = pgTable(
  'succession',
  {
    id: uuid().primaryKey().defaultRandom(),
    year: integer().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index().on(table.year)],
);

/** A body that takes part in a reorganisation, as one of its predecessors or of its successors; it may be both. */
export const successionParty = pgTable(
  'succession_party',
  {
    successionId: uuid()
      .notNull()
      .references(() => succession.id, { onDelete: 'cascade' }),
    agencyId: uuid()
      .notNull()
      .references(() => agency.id),
    side: text({ enum: ['from', 'to'] }).notNull(),
    /** Place among those on its side, as they were named. */
    position: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.successionId, table.side, table.agencyId] }), index().on(table.agencyId)],
);
