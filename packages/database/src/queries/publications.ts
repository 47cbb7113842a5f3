import type { Report } from '@nianbao/core';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { agency } from '../schema/agency.ts';
import { publication } from '../schema/publication.ts';
import type { AgencyRow } from './agencies.ts';
import { containing } from './reports.ts';

export type PublicationRow = typeof publication.$inferSelect;
export type NewPublication = typeof publication.$inferInsert;

export async function insertPublication(database: Database, values: NewPublication): Promise<void> {
  await database.insert(publication).values(values);
}

export interface PublicationHead {
  readonly version: number;
  readonly publishedAt: Date;
  readonly digest: string;
  readonly note: string | null;
}

const head = {
  version: publication.version,
  publishedAt: publication.publishedAt,
  digest: publication.digest,
  note: publication.note,
};

/** Every public version of an agency's report of a year, oldest first, without its content. */
export async function listVersions(database: Database, agencyId: string, year: number): Promise<PublicationHead[]> {
  return database
    .select(head)
    .from(publication)
    .where(and(eq(publication.agencyId, agencyId), eq(publication.year, year)))
    .orderBy(asc(publication.version));
}

export interface PublicationKey {
  readonly agencyId: string;
  readonly year: number;
  /** The newest when left out. */
  readonly version?: number | undefined;
}

export async function findPublication(database: Database, key: PublicationKey): Promise<PublicationRow | null> {
  const [row] = await database
    .select()
    .from(publication)
    .where(
      and(
        eq(publication.agencyId, key.agencyId),
        eq(publication.year, key.year),
        key.version === undefined ? undefined : eq(publication.version, key.version),
      ),
    )
    .orderBy(desc(publication.version))
    .limit(1);
  return row ?? null;
}

/** The newest public content of an agency's report of a year: what next year's is compared with. */
export async function findPublishedContent(database: Database, key: PublicationKey): Promise<Report | null> {
  return (await findPublication(database, key))?.content ?? null;
}

export interface PublishedFilter {
  readonly search?: string | undefined;
  readonly year?: number | undefined;
  /** First digits of a region code: 22 a province, 2203 a prefecture. */
  readonly region?: string | undefined;
  readonly agencyId?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

export interface PublishedRow {
  readonly agency: AgencyRow;
  readonly agencyName: string | null;
  readonly title: string;
  readonly year: number;
  readonly format: string | null;
  readonly version: number;
  readonly publishedAt: Date;
  readonly digest: string;
}

/** Published reports, the newest version of each, newest year first. */
export async function listPublished(
  database: Database,
  filter: PublishedFilter,
): Promise<{ readonly rows: PublishedRow[]; readonly total: number }> {
  const matches = and(
    sql`${publication.version} = (select max(newer.version) from ${publication} newer where newer.report_id = ${publication.reportId})`,
    filter.year === undefined ? undefined : eq(publication.year, filter.year),
    filter.agencyId === undefined ? undefined : eq(publication.agencyId, filter.agencyId),
    filter.region === undefined ? undefined : sql`starts_with(${agency.regionCode}, ${filter.region})`,
    filter.search === undefined
      ? undefined
      : sql`(${publication.content}->>'agency' ilike ${containing(filter.search)} or ${agency.name} ilike ${containing(filter.search)})`,
  );
  const rows = await database
    .select({
      agency,
      agencyName: sql<string | null>`${publication.content}->>'agency'`,
      title: sql<string>`${publication.content}->>'title'`,
      format: sql<string | null>`${publication.content}->>'format'`,
      year: publication.year,
      version: publication.version,
      publishedAt: publication.publishedAt,
      digest: publication.digest,
    })
    .from(publication)
    .innerJoin(agency, eq(agency.id, publication.agencyId))
    .where(matches)
    .orderBy(desc(publication.year), asc(agency.position), asc(agency.name))
    .limit(filter.limit)
    .offset(filter.offset);
  const [count] = await database
    .select({ total: sql<number>`count(*)::int` })
    .from(publication)
    .innerJoin(agency, eq(agency.id, publication.agencyId))
    .where(matches);
  return { rows, total: count?.total ?? 0 };
}
