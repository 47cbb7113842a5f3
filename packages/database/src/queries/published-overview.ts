import { desc, eq, sql } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { agency } from '../schema/agency.ts';
import { publication } from '../schema/publication.ts';
import { reportsFor } from './agencies.ts';

/** How many reports are public for each year, newest first. */
export async function listPublishedYears(database: Database): Promise<{ year: number; reports: number }[]> {
  return database
    .select({ year: publication.year, reports: sql<number>`count(distinct ${publication.reportId})::int` })
    .from(publication)
    .groupBy(publication.year)
    .orderBy(desc(publication.year));
}

/** How many reports of all years are public for each region code. */
export async function listPublishedRegions(database: Database): Promise<{ code: string; reports: number }[]> {
  return database
    .select({
      code: sql<string>`${agency.regionCode}`,
      reports: sql<number>`count(distinct ${publication.reportId})::int`,
    })
    .from(publication)
    .innerJoin(agency, eq(agency.id, publication.agencyId))
    .where(sql`${agency.regionCode} is not null`)
    .groupBy(agency.regionCode)
    .orderBy(agency.regionCode);
}

/** Names of regions by code: a region is called as its government is, without 人民政府. */
export async function regionNames(database: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await database
    .select({ code: agency.regionCode, name: agency.name })
    .from(agency)
    .where(eq(agency.kind, 'government'));
  return new Map(rows.flatMap(({ code, name }) => (code === null ? [] : [[code, name.replace(/人民政府$/, '')]])));
}

/** How many agencies owe a report for a year. */
export async function countAgencies(database: Database, year: number): Promise<number> {
  return database.$count(agency, reportsFor(year));
}
