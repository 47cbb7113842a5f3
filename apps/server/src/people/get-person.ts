import type { PersonWithRoles } from '@nianbao/database';
import { z } from 'zod';
import { agenciesFor } from '../access/standing.ts';
import type { PersonContext } from '../api/request-context.ts';
import type { PersonOutput } from './person-output.ts';
import { describePerson } from './person-output.ts';

export const personInput = z.object({ personId: z.string() });

/** One person, as far as one may see where they have roles. */
export async function getPerson({
  database,
  person,
  target,
}: PersonContext & { readonly target: PersonWithRoles }): Promise<PersonOutput> {
  const visible = new Set((await agenciesFor(database, person, 'people.read')).map(({ id }) => id));
  return describePerson(target, (id) => visible.has(id));
}
