import type { AgencyProfile, FormerName } from '@nianbao/core';
import { agencyKinds, agencyLevels } from '@nianbao/core';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { boolean, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** 行政机关: governments, their organs and the governments below them, as a tree. Null is “not known”. */
export const agency = pgTable(
  'agency',
  {
    id: uuid().primaryKey().defaultRandom(),
    parentId: uuid().references((): AnyPgColumn => agency.id),
    /** The name in force now. */
    name: text().notNull(),
    /** Names that it had before, oldest first, each with the last report year that it was in force for. */
    formerNames: jsonb().$type<readonly FormerName[]>().notNull().default([]),
    kind: text({ enum: agencyKinds }),
    level: text({ enum: agencyLevels }),
    /** GB/T 2260 code of the region that it governs or belongs to. */
    regionCode: text(),
    /** 统一社会信用代码 (GB 32100). */
    creditCode: text().unique(),
    mayMakeRegulations: boolean(),
    powers: jsonb().$type<AgencyProfile['powers']>(),
    /** Place among its siblings in the official order. */
    position: integer().notNull().default(0),
    /** The last report year that it reports for; null for one that goes on. */
    endedAfter: integer(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index().on(table.parentId), index().on(table.regionCode)],
);
