import type { AgencyRow } from '@nianbao/database';
import { appendAuditEvent, revokeApiToken } from '@nianbao/database';
import { z } from 'zod';
import { eventBy } from '../api/event-by.ts';
import { agencyIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';

export const revokeTokenInput = z.object({ agencyId: agencyIdSchema, id: z.uuid() });

/** Revokes a token of an agency; the next request with it is refused. */
export async function revokeToken(
  context: PersonContext & { readonly agency: AgencyRow },
  { id }: z.infer<typeof revokeTokenInput>,
) {
  const agencyId = context.agency.id;
  return context.database.transaction(async (transaction) => {
    if ((await revokeApiToken(transaction, { id, agencyId, now: context.now })) === null) {
      throw new ServiceError('NOT_FOUND');
    }
    await appendAuditEvent(transaction, { ...eventBy(context, 'token.revoke'), agencyId, subject: `token:${id}` });
    return { id };
  });
}
