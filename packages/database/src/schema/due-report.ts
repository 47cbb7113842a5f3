import { boolean, date, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { agency } from './agency.ts';
import { campaign } from './campaign.ts';

/**
 * Whether an agency owes a report in a campaign. An agency is on one list a year: that of the nearest government above it
 * which has opened the year.
 */
export const dueReport = pgTable(
  'due_report',
  {
    id: uuid().primaryKey().defaultRandom(),
    campaignId: uuid()
      .notNull()
      .references(() => campaign.id),
    agencyId: uuid()
      .notNull()
      .references(() => agency.id),
    year: integer().notNull(),
    due: boolean().notNull(),
    /** Why it is due or not, where somebody has said so. */
    reason: text(),
    /** A later day for this agency alone, with the reason. */
    extendedTo: date(),
    extensionReason: text(),
  },
  (table) => [unique().on(table.agencyId, table.year), index().on(table.campaignId)],
);
