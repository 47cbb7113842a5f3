import type { PersonWithRoles } from '@nianbao/database';
import { appendAuditEvent, endLinks, isEmailTaken, updatePerson } from '@nianbao/database';
import { z } from 'zod';
import { eventBy } from '../api/event-by.ts';
import type { PersonContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { mailOf, noMail } from '../identity/mail-address.ts';
import { mailField, nameField } from './person-fields.ts';

export const updatePersonInput = z.object({
  personId: z.string(),
  name: nameField.optional(),
  /** Null: none. Another address has to be confirmed anew, by a link that is opened. */
  mail: mailField.nullable().optional(),
});

export const doneOutput = z.object({ id: z.string() });

/** Changes a person's name or mail address. */
export async function changePerson(
  context: PersonContext & { readonly target: PersonWithRoles },
  { name, mail }: z.infer<typeof updatePersonInput>,
): Promise<z.infer<typeof doneOutput>> {
  const { person } = context.target;
  const before = { name: person.name, mail: mailOf(person.email) };
  const after = { name: name ?? before.name, mail: mail === undefined ? before.mail : mail };
  const changes = (['name', 'mail'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }));
  if (changes.length === 0) return { id: person.id };
  await context.database.transaction(async (transaction) => {
    const email = after.mail ?? noMail(person.username ?? person.id);
    if (await isEmailTaken(transaction, email, person.id)) throw new ServiceError('PERSON_EXISTS');
    const isOther = email !== person.email;
    await updatePerson(transaction, person.id, {
      name: after.name,
      ...(isOther ? { email, emailVerified: false } : {}),
    });
    // A link on its way to the old address must not open the account.
    if (isOther) await endLinks(transaction, person.id, context.now);
    await appendAuditEvent(transaction, {
      ...eventBy(context, 'person.update'),
      ...{ agencyId: person.agencyId, subject: `person:${person.id}`, changes },
    });
  });
  return { id: person.id };
}
