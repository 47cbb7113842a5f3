import type { Action, HeldGrant, Role } from '@nianbao/core';
import { grantsOf, isAllowed, roles } from '@nianbao/core';
import type { AgencyRow, Database } from '@nianbao/database';
import { listAgenciesBelow, listLineage } from '@nianbao/database';
import type { Person } from '../identity/person.ts';

/** How a person stands to one agency. */
export interface Standing {
  /** Their roles. */
  readonly grants: readonly HeldGrant[];
  /** Ids of the agencies from that one up to the root. */
  readonly lineage: readonly string[];
}

export async function standingTowards(database: Database, person: Person, agencyId: string): Promise<Standing> {
  const lineage = await listLineage(database, agencyId);
  return { grants: grantsOf(person.memberships, lineage), lineage };
}

/** The roles that a person has, as they stand to one agency. */
export async function grantsTowards(
  database: Database,
  person: Person,
  agencyId: string,
): Promise<readonly HeldGrant[]> {
  return (await standingTowards(database, person, agencyId)).grants;
}

/** Every agency towards which a person may do something, in the official order. */
export async function agenciesFor(database: Database, person: Person, action: Action): Promise<AgencyRow[]> {
  const roots = new Set(person.memberships.map(({ agencyId }) => agencyId));
  const rows = await listAgenciesBelow(database, [...roots]);
  const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]));
  return rows.filter(({ id }) => {
    const lineage = [id];
    for (let above = parents.get(id) ?? null; above !== null; above = parents.get(above) ?? null) lineage.push(above);
    return isAllowed(action, grantsOf(person.memberships, lineage));
  });
}

/** Takes a role as the database holds it; a role that this version does not know grants nothing. */
export function roleOf(name: string): Role | null {
  return roles.find((role) => role === name) ?? null;
}
