import type { SQL } from 'drizzle-orm';
import { and, asc, eq, inArray, ne, or, sql } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { inPieces } from '../in-pieces.ts';
import { agency } from '../schema/agency.ts';
import { publication } from '../schema/publication.ts';
import { report } from '../schema/report.ts';
import type { SearchKind } from '../schema/search-entry.ts';
import { searchEntry } from '../schema/search-entry.ts';
import type { AgencyScope } from './agency-scope.ts';
import { idsWithin } from './agency-scope.ts';

export type SearchEntry = typeof searchEntry.$inferSelect;
export type NewSearchEntry = Omit<typeof searchEntry.$inferInsert, 'id'>;

async function insertEntries(transaction: Database, entries: readonly NewSearchEntry[]): Promise<void> {
  for (const some of inPieces(entries)) await transaction.insert(searchEntry).values(some);
}

/** Puts what search finds of a report in the place of what it found before. */
export async function replaceReportEntries(
  transaction: Database,
  reportId: string,
  entries: readonly NewSearchEntry[],
): Promise<void> {
  await transaction.delete(searchEntry).where(eq(searchEntry.reportId, reportId));
  await insertEntries(transaction, entries);
}

/** Forgets the whole index, to make it anew. */
export async function forgetSearchEntries(database: Database): Promise<void> {
  await database.delete(searchEntry);
}

/** Puts entries of agencies in the place of those before. */
export async function replaceAgencyEntries(transaction: Database, entries: readonly NewSearchEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const ids = entries.map(({ agencyId }) => agencyId);
  await transaction.delete(searchEntry).where(and(eq(searchEntry.kind, 'agency'), inArray(searchEntry.agencyId, ids)));
  await insertEntries(transaction, entries);
}

/** Agencies whose entry is missing, bears another name, or does not know that something of theirs is public. */
export async function listUnindexedAgencies(
  database: Database,
  limit: number,
): Promise<{ id: string; name: string; isPublic: boolean }[]> {
  const isPublic = sql<boolean>`exists (select from ${publication} where ${publication.agencyId} = ${agency.id})`;
  return database
    .select({ id: agency.id, name: agency.name, isPublic })
    .from(agency)
    .leftJoin(searchEntry, and(eq(searchEntry.agencyId, agency.id), eq(searchEntry.kind, 'agency')))
    .where(
      or(
        sql`${searchEntry.id} is null`,
        ne(searchEntry.title, agency.name),
        and(eq(searchEntry.standing, 'working'), isPublic),
      ),
    )
    .orderBy(asc(agency.id))
    .limit(limit);
}

/** Ids of reports after one, in order: to go through all of them a few at a time. */
export async function listReportIds(database: Database, after: string | null, limit: number): Promise<string[]> {
  const rows = await database
    .select({ id: report.id })
    .from(report)
    .where(after === null ? undefined : sql`${report.id} > ${after}`)
    .orderBy(asc(report.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

export interface SearchFilter {
  /** The query as PostgreSQL's literal of words, each quoted. */
  readonly query: string;
  /** What has to stand in an entry letter by letter, in lower case, besides what the words ask for. */
  readonly literals: readonly string[];
  /** Only what is published; else what is of these agencies. */
  readonly scope: AgencyScope | 'published';
  readonly kinds: readonly SearchKind[];
  readonly year: number | null;
  readonly limit: number;
  readonly offset: number;
}

export interface FoundEntry extends Pick<SearchEntry, 'kind' | 'agencyId' | 'reportId' | 'standing' | 'year'> {
  readonly id: string;
  readonly agencyName: string;
  readonly version: number | null;
  readonly place: string | null;
  readonly title: string;
  readonly body: string;
}

/** Hits are counted up to here; beyond, people narrow their search rather than turn pages. */
const mostCounted = 1000;

const isPublic = sql`${searchEntry.standing} = 'published'`;

function matching({ query, literals, scope, kinds, year }: SearchFilter): SQL | undefined {
  const text = sql`lower(normalize(${searchEntry.title} || ' ' || ${searchEntry.body}, NFKC))`;
  return and(
    sql`${searchEntry.words} @@ ${query}::tsquery`,
    inArray(searchEntry.kind, [...kinds]),
    year === null ? undefined : eq(searchEntry.year, year),
    scope === 'published' ? isPublic : sql`${searchEntry.agencyId} in ${idsWithin(scope)}`,
    ...literals.map((literal) => sql`strpos(${text}, ${literal}) > 0`),
  );
}

/** Agencies before their reports, then by how much of the entry the words are. */
const rankOf = (query: string): SQL =>
  sql`ts_rank('{0.1, 0.2, 0.5, 1}', ${searchEntry.words}, ${query}::tsquery, 1) * case when ${searchEntry.kind} = 'agency' then 4 else 1 end`;

export interface SearchLimits {
  /** Milliseconds after which the database gives up. */
  readonly timeout: number;
}

/** What entries match, the best first. `total` counts no further than 1,000. */
export async function searchEntries(
  database: Database,
  filter: SearchFilter,
  { timeout }: SearchLimits,
): Promise<{ readonly rows: FoundEntry[]; readonly total: number }> {
  return database.transaction(async (transaction) => {
    await transaction.execute(sql`select set_config('statement_timeout', ${String(timeout)}, true)`);
    const where = matching(filter);
    const some = transaction.select({ one: sql`1` }).from(searchEntry).where(where).limit(mostCounted).as('some');
    const [count] = await transaction.select({ total: sql<number>`count(*)::int` }).from(some);
    if ((count?.total ?? 0) === 0) return { rows: [], total: 0 };
    const { id, kind, agencyId, reportId, standing, year, version, place, title, body } = searchEntry;
    const rows = await transaction
      .select({ id, kind, agencyId, reportId, standing, year, version, place, title, body, agencyName: agency.name })
      .from(searchEntry)
      .innerJoin(agency, eq(agency.id, agencyId))
      .where(where)
      .orderBy(sql`${rankOf(filter.query)} desc`, sql`${year} desc nulls first`, asc(id))
      .limit(filter.limit)
      .offset(filter.offset);
    return { rows, total: count?.total ?? 0 };
  });
}

/** PostgreSQL's code for a statement that took too long. */
const statementCancelled = '57014';

/** Whether an error is that the database gave a statement up for its time. */
export function isTimeout(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && cause.code === statementCancelled) return true;
  }
  return false;
}
