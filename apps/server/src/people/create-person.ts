import { randomUUID } from 'node:crypto';
import type { AgencyRow } from '@nianbao/database';
import { appendAuditEvent, insertMembership, insertPerson } from '@nianbao/database';
import { z } from 'zod';
import { eventBy } from '../api/event-by.ts';
import { agencyIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { noMail } from '../identity/mail-address.ts';
import type { LinkContext } from './issue-link.ts';
import { issuedLink, issueLink } from './issue-link.ts';
import { mailField, nameField, roleField, usernameField } from './person-fields.ts';

export const createPersonInput = z.object({
  /** The agency that keeps the account, where the first role is held. */
  agencyId: agencyIdSchema,
  name: nameField,
  username: usernameField,
  mail: mailField.nullable().default(null),
  role: roleField.nullable().default(null),
});

export const createPersonOutput = z.object({ id: z.string(), link: issuedLink });

/** Makes an account and invites its person to set a password. */
export async function addPerson(
  context: PersonContext & LinkContext & { readonly agency: AgencyRow },
  { name, username, mail, role }: z.infer<typeof createPersonInput>,
): Promise<z.infer<typeof createPersonOutput>> {
  const agencyId = context.agency.id;
  const id = randomUUID();
  const email = mail ?? noMail(username);
  const subject = `person:${id}`;
  return context.database.transaction(async (transaction) => {
    const person = { id, name, username, email, agencyId, passwordHash: null };
    if (!(await insertPerson(transaction, person))) throw new ServiceError('PERSON_EXISTS');
    await appendAuditEvent(transaction, {
      ...eventBy(context, 'person.create'),
      ...{ agencyId, subject },
      changes: Object.entries({ name, username, mail }).map(([field, after]) => ({ field, before: null, after })),
    });
    if (role !== null) {
      await insertMembership(transaction, { userId: id, agencyId, role });
      await appendAuditEvent(transaction, {
        ...eventBy(context, 'person.grantRole'),
        ...{ agencyId, subject, changes: [{ field: 'role', before: null, after: role }] },
      });
    }
    const link = await issueLink(transaction, context, { person: { id, email }, purpose: 'invitation' });
    await appendAuditEvent(transaction, { ...eventBy(context, 'person.invite'), agencyId, subject });
    return { id, link };
  });
}
