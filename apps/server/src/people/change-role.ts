import type { AgencyRow } from '@nianbao/database';
import { appendAuditEvent, deleteMembership, insertMembership } from '@nianbao/database';
import { z } from 'zod';
import { eventBy } from '../api/event-by.ts';
import { agencyIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { assertOthersAdminister } from './last-administrator.ts';
import { openPerson } from './opened-person.ts';
import { roleField } from './person-fields.ts';
import { revokeUnbacked } from './revoke-unbacked.ts';

export const changeRoleInput = z.object({ agencyId: agencyIdSchema, personId: z.string(), role: roleField });

type Context = PersonContext & { readonly agency: AgencyRow };
type Input = z.infer<typeof changeRoleInput>;

/** The person whose roles at an agency are changed: somebody in sight, and never oneself. */
async function openOther({ database, person: actor }: Context, personId: string) {
  if (personId === actor.id) throw new ServiceError('OWN_ACCESS');
  return openPerson(database, personId, { actor, action: 'people.read' });
}

/** Gives a person a role at an agency. */
export async function grantRole(context: Context, { personId, role }: Input) {
  const { person } = await openOther(context, personId);
  const agencyId = context.agency.id;
  await context.database.transaction(async (transaction) => {
    if (!(await insertMembership(transaction, { userId: person.id, agencyId, role }))) return;
    await appendAuditEvent(transaction, {
      ...eventBy(context, 'person.grantRole'),
      ...{ agencyId, subject: `person:${person.id}`, changes: [{ field: 'role', before: null, after: role }] },
    });
  });
  return { id: person.id };
}

/**
 * Takes a role at an agency from a person. It ends at once: roles are read anew with every request, and the tokens that
 * they made there and could not make any more are revoked.
 */
export async function withdrawRole(context: Context, { personId, role }: Input) {
  const { person } = await openOther(context, personId);
  const { agency } = context;
  await context.database.transaction(async (transaction) => {
    if (role === 'administrator') await assertOthersAdminister(transaction, agency, person.id);
    const at = { userId: person.id, agencyId: agency.id, role };
    if (!(await deleteMembership(transaction, at))) return;
    await appendAuditEvent(transaction, {
      ...eventBy(context, 'person.withdrawRole'),
      ...{
        agencyId: agency.id,
        subject: `person:${person.id}`,
        changes: [{ field: 'role', before: role, after: null }],
      },
    });
    await revokeUnbacked(context, transaction, person.id);
  });
  return { id: person.id };
}
