import type { Succession } from '@nianbao/core';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { succession, successionParty } from '../schema/succession.ts';

export interface SuccessionRow extends Succession {
  readonly id: string;
}

/** The reorganisations among `ids`, oldest first, whole. */
async function readSuccessions(database: Database, ids: readonly string[]): Promise<SuccessionRow[]> {
  if (ids.length === 0) return [];
  const rows = await database
    .select({
      id: succession.id,
      year: succession.year,
      agencyId: successionParty.agencyId,
      side: successionParty.side,
    })
    .from(succession)
    .innerJoin(successionParty, eq(successionParty.successionId, succession.id))
    .where(inArray(succession.id, [...ids]))
    .orderBy(asc(succession.year), asc(succession.createdAt), asc(succession.id), asc(successionParty.position));
  const found = new Map<string, { id: string; year: number; from: string[]; to: string[] }>();
  for (const { id, year, agencyId, side } of rows) {
    const one = found.get(id) ?? { id, year, from: [], to: [] };
    one[side].push(agencyId);
    found.set(id, one);
  }
  return [...found.values()];
}

/** The reorganisations that any of the given agencies took part in, oldest first. */
export async function listSuccessionsOf(database: Database, agencyIds: readonly string[]): Promise<SuccessionRow[]> {
  if (agencyIds.length === 0) return [];
  const parties = await database
    .selectDistinct({ id: successionParty.successionId })
    .from(successionParty)
    .where(inArray(successionParty.agencyId, [...agencyIds]));
  return readSuccessions(
    database,
    parties.map(({ id }) => id),
  );
}

/** The reorganisations of the given years that made any of the given agencies a successor. */
export async function listSuccessionsTo(
  database: Database,
  agencyIds: readonly string[],
  years: readonly number[],
): Promise<SuccessionRow[]> {
  if (agencyIds.length === 0 || years.length === 0) return [];
  const parties = await database
    .selectDistinct({ id: succession.id })
    .from(succession)
    .innerJoin(successionParty, eq(successionParty.successionId, succession.id))
    .where(
      and(
        inArray(succession.year, [...years]),
        eq(successionParty.side, 'to'),
        inArray(successionParty.agencyId, [...agencyIds]),
      ),
    );
  return readSuccessions(
    database,
    parties.map(({ id }) => id),
  );
}

export async function findSuccession(database: Database, id: string): Promise<SuccessionRow | null> {
  const [row] = await readSuccessions(database, [id]);
  return row ?? null;
}

export async function insertSuccession(database: Database, { year, from, to }: Succession): Promise<SuccessionRow> {
  const [row] = await database.insert(succession).values({ year }).returning({ id: succession.id });
  if (row === undefined) throw new Error('insert returned no row');
  const parties = (['from', 'to'] as const).flatMap((side) =>
    (side === 'from' ? from : to).map((agencyId, position) => ({ successionId: row.id, agencyId, side, position })),
  );
  await database.insert(successionParty).values(parties);
  return { id: row.id, year, from, to };
}

export async function deleteSuccession(database: Database, id: string): Promise<void> {
  await database.delete(succession).where(eq(succession.id, id));
}
