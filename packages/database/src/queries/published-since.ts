import type { SQL } from 'drizzle-orm';
import { and, asc, eq, gt, lte, max, sql } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { agency } from '../schema/agency.ts';
import { publication } from '../schema/publication.ts';
import type { PublicationRow } from './publications.ts';
import { publishedName } from './publications.ts';

/** The place of the newest publication in the sequence; 0 where there is none. */
export async function newestSequence(database: Database): Promise<number> {
  const [row] = await database.select({ newest: max(publication.sequence) }).from(publication);
  return row?.newest ?? 0;
}

/** Differs whenever what the stream tells of agencies besides what they published may: their names and regions. */
export async function agenciesMark(database: Database): Promise<string> {
  const told = sql`concat_ws('|', ${agency.id}, ${agency.name}, ${agency.regionCode})`;
  const [row] = await database
    .select({ mark: sql<string | null>`sum(hashtextextended(${told}, 0))::text` })
    .from(agency);
  return row?.mark ?? '';
}

export interface SinceFilter {
  readonly year?: number | undefined;
  /** First digits of a region code. */
  readonly region?: string | undefined;
  /** Only what came after this place in the sequence, and up to that one. */
  readonly after: number;
  readonly upTo: number;
  readonly limit: number;
}

export interface PublishedSince {
  readonly publication: PublicationRow;
  /** The name under which it was published. */
  readonly agencyName: string;
  readonly regionCode: string | null;
}

/** The versions that were in force when the sequence stood at `upTo`, in its order. */
export async function listPublishedSince(database: Database, filter: SinceFilter): Promise<PublishedSince[]> {
  const { year, region, after, upTo, limit } = filter;
  const superseded: SQL = sql`exists (select from ${publication} newer where newer.report_id = ${publication.reportId}
    and newer.version > ${publication.version} and newer.sequence <= ${upTo})`;
  return database
    .select({ publication, agencyName: publishedName, regionCode: agency.regionCode })
    .from(publication)
    .innerJoin(agency, eq(agency.id, publication.agencyId))
    .where(
      and(
        gt(publication.sequence, after),
        lte(publication.sequence, upTo),
        sql`not ${superseded}`,
        year === undefined ? undefined : eq(publication.year, year),
        region === undefined ? undefined : sql`starts_with(${agency.regionCode}, ${region})`,
      ),
    )
    .orderBy(asc(publication.sequence))
    .limit(limit);
}
