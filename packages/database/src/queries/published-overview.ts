import { desc, eq, sql } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { agency } from '../schema/agency.ts';
import { publication } from '../schema/publication.ts';
import { succession, successionParty } from '../schema/succession.ts';

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

/** How many agencies owe a report for a year: all but those that had ended by then or had not begun. */
export async function countAgencies(database: Database, year: number): Promise<number> {
  const begunLater = sql`exists (
    select from ${successionParty} made join ${succession} later on later.id = made.succession_id
    where made.agency_id = ${agency.id} and made.side = 'to' and later.year > ${year} and not exists (
      select from ${successionParty} before join ${succession} same on same.id = before.succession_id
      where before.agency_id = made.agency_id
        and ((before.side = 'from' and same.year = later.year) or same.year <= ${year})))`;
  return database.$count(agency, sql`coalesce(${agency.endedAfter}, ${year}) >= ${year} and not ${begunLater}`);
}
