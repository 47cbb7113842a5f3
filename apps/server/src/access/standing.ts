import { listAgenciesBelow, listLineage } from '@nianbao/database';
import type { AgencyRow, Database } from '@nianbao/database';
import { z } from 'zod';
import type { Membership, Person } from '../identity/person.ts';
import { may, roles } from './permissions.ts';
import type { Action, Relation, Role } from './permissions.ts';

const roleSchema = z.enum(roles);

/** A role that a person has, and how the agency in question lies to where they have it. */
export interface Standing {
  readonly role: Role;
  readonly relation: Relation;
}

function relationTo(lineage: readonly string[], membership: Membership): Relation {
  const distance = lineage.indexOf(membership.agencyId);
  if (distance === 0) return 'own';
  return distance > 0 ? 'below' : 'elsewhere';
}

/** What a person is towards an agency, one standing for each membership. */
export async function standingsTowards(database: Database, person: Person, agencyId: string): Promise<Standing[]> {
  const lineage = await listLineage(database, agencyId);
  return person.memberships.map((membership) => ({
    role: roleSchema.parse(membership.role),
    relation: relationTo(lineage, membership),
  }));
}

export function allows(standings: readonly Standing[], action: Action): boolean {
  return standings.some(({ role, relation }) => may(role, action, relation));
}

/** Every agency towards which a person may do something, in the official order. */
export async function agenciesFor(database: Database, person: Person, action: Action): Promise<AgencyRow[]> {
  const rolesWith = (relation: Relation) =>
    person.memberships.filter(({ role }) => may(roleSchema.parse(role), action, relation)).map(({ agencyId }) => agencyId);
  const reaching = rolesWith('below');
  const own = new Set(rolesWith('own'));
  const rows = await listAgenciesBelow(database, [...new Set([...reaching, ...own])]);
  const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]));
  const liesBelow = (id: string): boolean => {
    for (let above = parents.get(id) ?? null; above !== null; above = parents.get(above) ?? null) {
      if (reaching.includes(above)) return true;
    }
    return false;
  };
  return rows.filter(({ id }) => own.has(id) || liesBelow(id));
}
