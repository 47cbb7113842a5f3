import type { PersonWithRoles } from '@nianbao/database';
import { appendAuditEvent, findIdentity, setIdentity } from '@nianbao/database';
import { z } from 'zod';
import { eventBy } from '../api/event-by.ts';
import type { PersonContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { oidcProvider } from '../identity/auth.ts';

export const setIdentityInput = z.object({
  personId: z.string(),
  /** The provider's `sub` of the person; null: none. */
  subject: z.string().trim().min(1).max(255).nullable(),
});

/** Binds an account to somebody at the provider of identities, who then signs in there. */
export async function bindIdentity(
  context: PersonContext & { readonly target: PersonWithRoles },
  { subject: after }: z.infer<typeof setIdentityInput>,
) {
  const { person } = context.target;
  await context.database.transaction(async (transaction) => {
    const before = await findIdentity(transaction, person.id, oidcProvider);
    if (before === after) return;
    const at = { userId: person.id, provider: oidcProvider, subject: after };
    if (!(await setIdentity(transaction, at))) throw new ServiceError('PERSON_EXISTS');
    await appendAuditEvent(transaction, {
      ...eventBy(context, 'person.setIdentity'),
      ...{ agencyId: person.agencyId, subject: `person:${person.id}`, changes: [{ field: 'identity', before, after }] },
    });
  });
  return { id: person.id };
}
