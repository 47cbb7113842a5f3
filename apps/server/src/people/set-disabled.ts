import type { Database, PersonWithRoles } from '@nianbao/database';
import {
  appendAuditEvent,
  deleteSessions,
  endLinks,
  findAgency,
  revokeTokensBy,
  updatePerson,
} from '@nianbao/database';
import { z } from 'zod';
import { eventBy } from '../api/event-by.ts';
import type { PersonContext } from '../api/request-context.ts';
import { assertOthersAdminister } from './last-administrator.ts';

export const setDisabledInput = z.object({ personId: z.string(), disabled: z.boolean() });

type Context = PersonContext & { readonly target: PersonWithRoles };

/** Disables an account, which ends its sessions, links and the tokens that its person made at once; or enables it again. */
export async function setDisabled(context: Context, { disabled }: z.infer<typeof setDisabledInput>) {
  const { person } = context.target;
  if ((person.disabledAt !== null) === disabled) return { id: person.id };
  await context.database.transaction(async (transaction) => {
    if (disabled) await endEverything(transaction, context);
    await updatePerson(transaction, person.id, { disabledAt: disabled ? context.now : null });
    await appendAuditEvent(transaction, {
      ...eventBy(context, disabled ? 'person.disable' : 'person.enable'),
      ...{ agencyId: person.agencyId, subject: `person:${person.id}` },
    });
  });
  return { id: person.id };
}

async function endEverything(transaction: Database, context: Context): Promise<void> {
  const { person, memberships } = context.target;
  // In one order, so that two of these wait for each other rather than for ever.
  const administered = memberships.filter(({ role }) => role === 'administrator').map(({ agencyId }) => agencyId);
  for (const agencyId of administered.sort()) {
    const agency = await findAgency(transaction, agencyId);
    if (agency !== null) await assertOthersAdminister(transaction, agency, person.id);
  }
  await deleteSessions(transaction, person.id);
  await endLinks(transaction, person.id, context.now);
  for (const { id, agencyId } of await revokeTokensBy(transaction, person.id, context.now)) {
    await appendAuditEvent(transaction, { ...eventBy(context, 'token.revoke'), agencyId, subject: `token:${id}` });
  }
}
