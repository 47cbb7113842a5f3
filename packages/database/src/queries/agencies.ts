import type { SQL } from 'drizzle-orm';
import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { agency } from '../schema/agency.ts';

export type AgencyRow = typeof agency.$inferSelect;
export type NewAgency = typeof agency.$inferInsert;

/** The ids of the given agencies and of all below them, as a subquery. */
export function idsBelow(roots: readonly string[]): SQL {
  return sql`(with recursive below as (
    select ${agency.id} from ${agency} where ${inArray(agency.id, [...roots])}
    union select child.id from ${agency} child join below on child.parent_id = below.id
  ) select id from below)`;
}

/** The given agencies and all below them, in the official order. */
export async function listAgenciesBelow(database: Database, roots: readonly string[]): Promise<AgencyRow[]> {
  if (roots.length === 0) return [];
  return database
    .select()
    .from(agency)
    .where(sql`${agency.id} in ${idsBelow(roots)}`)
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

/** True for a database that nobody has put an agency in yet. */
export async function hasNoAgencies(database: Database): Promise<boolean> {
  const rows = await database.select({ id: agency.id }).from(agency).limit(1);
  return rows.length === 0;
}
