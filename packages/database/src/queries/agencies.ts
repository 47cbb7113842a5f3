import type { SQL, SQLWrapper } from 'drizzle-orm';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { inPieces } from '../in-pieces.ts';
import { agency } from '../schema/agency.ts';
import { succession, successionParty } from '../schema/succession.ts';

export type AgencyRow = typeof agency.$inferSelect;
export type NewAgency = typeof agency.$inferInsert;

/** The ids of the given agencies and of all below them, as a subquery. */
export function idsBelow(roots: readonly string[]): SQL {
  return sql`(with recursive below as (
    select ${agency.id} from ${agency} where ${inArray(agency.id, [...roots])}
    union select child.id from ${agency} child join below on child.parent_id = below.id
  ) select id from below)`;
}

/** That an agency is one that reports for a year: it has not ended before, nor come out of a later reorganisation. */
export function reportsFor(year: number): SQL {
  const begunLater = sql`exists (
    select from ${successionParty} made join ${succession} later on later.id = made.succession_id
    where made.agency_id = ${agency.id} and made.side = 'to' and later.year > ${year} and not exists (
      select from ${successionParty} known join ${succession} other on other.id = known.succession_id
      where known.agency_id = made.agency_id
        and ((known.side = 'from' and other.year = later.year) or other.year <= ${year})))`;
  return sql`(coalesce(${agency.endedAfter}, ${year}) >= ${year} and not ${begunLater})`;
}

/** The given agencies and all below them, in the official order; with a year, those that report for it. */
export async function listAgenciesBelow(
  database: Database,
  roots: readonly string[],
  year?: number,
): Promise<AgencyRow[]> {
  if (roots.length === 0) return [];
  return database
    .select()
    .from(agency)
    .where(and(sql`${agency.id} in ${idsBelow(roots)}`, year === undefined ? undefined : reportsFor(year)))
    .orderBy(asc(agency.position), asc(agency.name));
}

export async function findAgency(database: Database, id: string): Promise<AgencyRow | null> {
  const [row] = await database.select().from(agency).where(eq(agency.id, id));
  return row ?? null;
}

/** The names of agencies by id. */
export async function agencyNames(database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await database
    .select({ id: agency.id, name: agency.name })
    .from(agency)
    .where(inArray(agency.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The ids of an agency and those above it, from itself to the root, as a column of a query about something of the agency. */
export function lineageOf(agencyId: SQLWrapper): SQL<string[]> {
  return sql<string[]>`array(with recursive lineage as (
    select id, parent_id, 0 as distance from ${agency} own where own.id = ${agencyId}
    union all
    select parent.id, parent.parent_id, distance + 1 from ${agency} parent join lineage on parent.id = lineage.parent_id
  ) select id from lineage order by distance)`;
}

/** An agency's id and those above it, from itself to the root. */
export async function listLineage(database: Database, id: string): Promise<string[]> {
  const rows = await database.execute<{ id: string }>(sql`
    with recursive lineage as (
      select ${agency.id}, ${agency.parentId}, 0 as distance from ${agency} where ${eq(agency.id, id)}
      union all
      select parent.id, parent.parent_id, distance + 1 from ${agency} parent join lineage on parent.id = lineage.parent_id
    ) select id from lineage order by distance`);
  return rows.map((row) => row.id);
}

export async function insertAgency(database: Database, values: NewAgency): Promise<AgencyRow> {
  const [row] = await database.insert(agency).values(values).returning();
  if (row === undefined) throw new Error('insert returned no row');
  return row;
}

/** Adds many agencies, of which one may stand under another that comes before it. */
export async function insertAgencies(transaction: Database, agencies: readonly NewAgency[]): Promise<void> {
  for (const some of inPieces(agencies)) await transaction.insert(agency).values(some);
}

/** What is set of an agency; undefined leaves a value as it is. */
export type AgencyValues = { readonly [Field in keyof NewAgency]?: NewAgency[Field] | undefined };

/** Changes an agency; gives it as it is then. */
export async function updateAgency(database: Database, id: string, changes: AgencyValues): Promise<AgencyRow> {
  const [row] = await database
    .update(agency)
    .set({ ...changes })
    .where(eq(agency.id, id))
    .returning();
  if (row === undefined) throw new Error(`no agency ${id}`);
  return row;
}

/** Any fixed number: the name of the lock under which the tree of agencies is changed. */
const treeLock = 20_190_516;

/** Keeps the tree from changing by others until the transaction ends: what is right for one change may not be for two. */
export async function lockAgencies(transaction: Database): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(${treeLock})`);
}

/** Keeps the tree as it is until the transaction ends; others may hold it so at the same time. */
export async function holdAgencies(transaction: Database): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock_shared(${treeLock})`);
}

export async function findAgencies(database: Database, ids: readonly string[]): Promise<AgencyRow[]> {
  if (ids.length === 0) return [];
  return database
    .select()
    .from(agency)
    .where(inArray(agency.id, [...ids]));
}

/** Who has which 统一社会信用代码, of those given. */
export async function listCreditCodeHolders(
  database: Database,
  codes: readonly string[],
): Promise<{ id: string; creditCode: string }[]> {
  if (codes.length === 0) return [];
  const rows = await database
    .select({ id: agency.id, creditCode: agency.creditCode })
    .from(agency)
    .where(inArray(agency.creditCode, [...codes]));
  return rows.flatMap(({ id, creditCode }) => (creditCode === null ? [] : [{ id, creditCode }]));
}

/** The agencies right below one, in the official order. */
export async function listChildren(database: Database, parentId: string): Promise<AgencyRow[]> {
  return database
    .select()
    .from(agency)
    .where(eq(agency.parentId, parentId))
    .orderBy(asc(agency.position), asc(agency.name));
}

/** True for a database that nobody has put an agency in yet. */
export async function hasNoAgencies(database: Database): Promise<boolean> {
  const rows = await database.select({ id: agency.id }).from(agency).limit(1);
  return rows.length === 0;
}
