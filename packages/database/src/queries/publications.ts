import type { Report } from '@nianbao/core';
import { keepReport } from '@nianbao/core';
import type { SQL } from 'drizzle-orm';
import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { batched } from '../batched.ts';
import type { Database } from '../connect.ts';
import { agency } from '../schema/agency.ts';
import { publication } from '../schema/publication.ts';
import { statement } from '../statement.ts';
import { containing } from './reports.ts';

export type PublicationRow = typeof publication.$inferSelect;
export type NewPublication = Omit<typeof publication.$inferInsert, 'figures'>;

/** Any fixed number: the name of the lock under which versions get their place in the sequence. */
const sequenceLock = 20_190_403;

/** Keeps a version for good. One at a time until its transaction ends, so that the sequence is that of the commits. */
export async function insertPublication(database: Database, values: NewPublication): Promise<void> {
  await database.execute(sql`select pg_advisory_xact_lock(${sequenceLock})`);
  await database.insert(publication).values({ ...values, figures: keepReport(values.content).figures });
}

export interface PublicationHead {
  readonly id: string;
  readonly version: number;
  readonly publishedAt: Date;
  readonly digest: string;
  readonly note: string | null;
}

const head = {
  id: publication.id,
  version: publication.version,
  publishedAt: publication.publishedAt,
  digest: publication.digest,
  note: publication.note,
};

const versionsOfAll = statement('list_versions', (database) =>
  database
    .select({ ...head, agencyId: publication.agencyId, year: publication.year })
    .from(publication)
    .where(
      sql`(${publication.agencyId}, ${publication.year}) in (
        select (value->>0)::uuid, (value->>1)::integer from jsonb_array_elements(${sql.placeholder('keys')}::jsonb) value)`,
    )
    .orderBy(asc(publication.version)),
);

const versionsOf = batched(async (database, keys: readonly (readonly [agencyId: string, year: number])[]) => {
  const rows = await versionsOfAll(database, { keys: JSON.stringify(keys) });
  const byName = Map.groupBy(rows, ({ agencyId, year }) => publicationName(agencyId, year));
  return keys.map(([agencyId, year]) => byName.get(publicationName(agencyId, year)) ?? []);
});

/** Every public version of an agency's report of a year, oldest first, without its content. */
export async function listVersions(database: Database, agencyId: string, year: number): Promise<PublicationHead[]> {
  return versionsOf(database, [agencyId, year]);
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

export async function findPublicationById(database: Database, id: string): Promise<PublicationRow | null> {
  const [row] = await database.select().from(publication).where(eq(publication.id, id));
  return row ?? null;
}

/** Every agency's report in the version in force. */
const inForce = sql`${publication.version} = (select max(newer.version) from ${publication} newer where newer.report_id = ${publication.reportId})`;

/** What an agency has published, newest year first, in the versions in force. */
export async function listPublishedOf(database: Database, agencyId: string): Promise<PublicationRow[]> {
  return database
    .select()
    .from(publication)
    .where(and(eq(publication.agencyId, agencyId), inForce))
    .orderBy(desc(publication.year));
}

export interface PublishedFilter {
  readonly search?: string | undefined;
  readonly year?: number | undefined;
  /** First digits of a region code: 22 a province, 2203 a prefecture. */
  readonly region?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

export interface PublishedRow {
  readonly agencyId: string;
  /** The name under which it was published. */
  readonly agencyName: string;
  readonly regionCode: string | null;
  readonly title: string;
  readonly year: number;
  readonly format: string | null;
  readonly version: number;
  readonly publishedAt: Date;
  readonly digest: string;
}

/** The name under which a version was published. */
export const publishedName = sql<string>`coalesce(${publication.content}->>'agency', ${agency.name})`;

function matching({ year, region, search }: PublishedFilter): SQL | undefined {
  return and(
    inForce,
    year === undefined ? undefined : eq(publication.year, year),
    region === undefined ? undefined : sql`starts_with(${agency.regionCode}, ${region})`,
    search === undefined
      ? undefined
      : sql`(${publishedName} ilike ${containing(search)} or ${agency.name} ilike ${containing(search)})`,
  );
}

/** Published reports, the newest version of each, newest year first; `total` counts those on all pages. */
export async function listPublished(
  database: Database,
  filter: PublishedFilter,
): Promise<{ readonly rows: PublishedRow[]; readonly total: number }> {
  const matches = matching(filter);
  const rows = await database
    .select({
      agencyId: publication.agencyId,
      agencyName: publishedName,
      regionCode: agency.regionCode,
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

export interface PublishedBefore {
  /** Every public version, oldest first, by `agency/year`. */
  readonly versions: ReadonlyMap<string, readonly Pick<PublicationHead, 'version' | 'digest' | 'note'>[]>;
  /** The content in force, by `agency/year`. */
  readonly contents: ReadonlyMap<string, Report>;
}

/** What several agencies have published of the years given, at once. */
export async function mapPublished(
  database: Database,
  agencyIds: readonly string[],
  years: readonly number[],
): Promise<PublishedBefore> {
  const contents = new Map<string, Report>();
  const versions = new Map<string, Pick<PublicationHead, 'version' | 'digest' | 'note'>[]>();
  if (agencyIds.length > 0 && years.length > 0) {
    const { agencyId, year, content, version, digest, note } = publication;
    const rows = await database
      .select({ agencyId, year, content, version, digest, note })
      .from(publication)
      .where(and(inArray(agencyId, [...agencyIds]), inArray(year, [...years])))
      .orderBy(asc(publication.version));
    for (const row of rows) {
      const name = publicationName(row.agencyId, row.year);
      contents.set(name, row.content);
      versions.set(name, [...(versions.get(name) ?? []), { version: row.version, digest: row.digest, note: row.note }]);
    }
  }
  return { versions, contents };
}

/** Single versions by agency, year and number: what a report was carried over from. Those that are not there are left out. */
export async function listPublications(
  database: Database,
  keys: readonly Required<PublicationKey>[],
): Promise<PublicationRow[]> {
  if (keys.length === 0) return [];
  const each = keys.map(({ agencyId, year, version = 0 }) =>
    and(eq(publication.agencyId, agencyId), eq(publication.year, year), eq(publication.version, version)),
  );
  return database
    .select()
    .from(publication)
    .where(or(...each));
}

/** The name of an agency's report of a year, as in `mapPublished`. */
export function publicationName(agencyId: string, year: number): string {
  return `${agencyId.toLowerCase()}/${year}`;
}
