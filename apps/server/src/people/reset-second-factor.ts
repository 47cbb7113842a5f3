import type { PersonWithRoles } from '@nianbao/database';
import { appendAuditEvent, deleteSecondFactor } from '@nianbao/database';
import { eventBy } from '../api/event-by.ts';
import type { PersonContext } from '../api/request-context.ts';

/** Takes away a person's second factor, for somebody who lost their phone and their backup codes. */
export async function resetSecondFactor(context: PersonContext & { readonly target: PersonWithRoles }) {
  const { person } = context.target;
  await context.database.transaction(async (transaction) => {
    if (!(await deleteSecondFactor(transaction, person.id))) return;
    await appendAuditEvent(transaction, {
      ...eventBy(context, 'person.resetSecondFactor'),
      ...{ agencyId: person.agencyId, subject: `person:${person.id}` },
    });
  });
  return { id: person.id };
}
