import { agenciesFor } from '../access/standing.ts';
import type { PersonContext } from '../api/request-context.ts';

/** The agencies that a person has to do with, parents before children, in the official order. */
export async function listAgencies({ database, person }: PersonContext) {
  const rows = await agenciesFor(database, person, 'agency.read');
  return rows.map(({ id, parentId, name, kind, level, regionCode, creditCode }) => ({
    id,
    parentId,
    name,
    kind,
    level,
    regionCode,
    creditCode,
  }));
}
