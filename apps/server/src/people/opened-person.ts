import type { Action, Grant } from '@nianbao/core';
import { accountRefusal, isPersonVisible } from '@nianbao/core';
import type { Database, PersonWithRoles } from '@nianbao/database';
import { findPerson } from '@nianbao/database';
import { grantsTowards } from '../access/standing.ts';
import { ServiceError } from '../errors/service-error.ts';
import type { Person } from '../identity/person.ts';

export interface PersonAccess {
  readonly actor: Person;
  readonly action: Extract<Action, 'people.read' | 'people.manage'>;
}

/** What the actor is to each agency that somebody belongs to or has a role at. */
function standingTowards(database: Database, actor: Person, { person, memberships }: PersonWithRoles) {
  const agencyIds = new Set(memberships.map(({ agencyId }) => agencyId));
  if (person.agencyId !== null) agencyIds.add(person.agencyId);
  return Promise.all(
    [...agencyIds].map((agencyId): Promise<readonly Grant[]> => grantsTowards(database, actor, agencyId)),
  );
}

/**
 * Opens a person for those who keep people. One out of sight looks the same as one that does not exist; to act on an
 * account takes more than to see it (`accountRefusal`).
 */
export async function openPerson(
  database: Database,
  personId: string,
  { actor, action }: PersonAccess,
): Promise<PersonWithRoles> {
  const found = await findPerson(database, personId);
  if (found === null) throw new ServiceError('NOT_FOUND');
  const towards = await standingTowards(database, actor, found);
  if (!isPersonVisible(towards)) throw new ServiceError('NOT_FOUND');
  if (action === 'people.read') return found;
  const refusal = accountRefusal({ actorId: actor.id, personId, towards });
  if (refusal !== null) throw new ServiceError(refusal);
  return found;
}
