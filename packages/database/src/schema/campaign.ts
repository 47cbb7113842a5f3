import type { CampaignSettings } from '@nianbao/core';
import { date, index, integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { agency } from './agency.ts';

/** 填报任务: a report year, opened for a government and all below it. */
export const campaign = pgTable(
  'campaign',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** The government at the top of it. */
    agencyId: uuid()
      .notNull()
      .references(() => agency.id),
    year: integer().notNull(),
    deadlines: jsonb().$type<CampaignSettings['deadlines']>().notNull(),
    note: text(),
    openedAt: timestamp({ withTimezone: true }).notNull(),
    /** Account id and name at that time. */
    openedBy: text().notNull(),
    openedByName: text().notNull(),
    /** Since when nobody is reminded any more. */
    closedAt: timestamp({ withTimezone: true }),
    /** The last day in China on which it was looked whom to remind. */
    remindedOn: date(),
    revision: integer().notNull().default(1),
  },
  (table) => [unique().on(table.agencyId, table.year), index().on(table.year)],
);
