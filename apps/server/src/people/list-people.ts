import { listPeople } from '@nianbao/database';
import { z } from 'zod';
import { agenciesFor } from '../access/standing.ts';
import { agencyIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import { describePerson, personOutput } from './person-output.ts';

export const listPeopleInput = z.object({
  /** Part of a name, user name or mail address. */
  search: z.string().trim().max(100).optional(),
  /** Only people of this agency. */
  agencyId: agencyIdSchema.optional(),
  limit: z.int().min(1).max(200).default(50),
  offset: z.int().min(0).max(1_000_000).default(0),
});

export const listPeopleOutput = z.object({
  people: z.array(personOutput),
  /** How many there are in all. */
  total: z.int(),
});

/** The people who belong to or have a role at the agencies whose people one may see, by name. */
export async function listVisiblePeople(
  { database, person }: PersonContext,
  { search = '', agencyId, limit, offset }: z.infer<typeof listPeopleInput>,
): Promise<z.infer<typeof listPeopleOutput>> {
  const visible = new Set((await agenciesFor(database, person, 'people.read')).map(({ id }) => id));
  const agencyIds = [...visible].filter((id) => agencyId === undefined || id === agencyId);
  const found = await listPeople(database, { agencyIds, search: search === '' ? null : search, limit, offset });
  const people = found.people.map((each) => describePerson(each, (id) => visible.has(id)));
  return { people, total: found.total };
}
