import { grantsOf, isAllowed } from '@nianbao/core';
import type { Database } from '@nianbao/database';
import { appendAuditEvent, listLineage, listMemberships, listTokensBy, revokeApiToken } from '@nianbao/database';
import { roleOf } from '../access/standing.ts';
import { eventBy } from '../api/event-by.ts';
import type { PersonContext } from '../api/request-context.ts';

/**
 * Revokes the tokens of a person at agencies whose tokens they keep no more: whoever made one may still know its secret.
 */
export async function revokeUnbacked(context: PersonContext, transaction: Database, personId: string): Promise<void> {
  const memberships = await listMemberships(transaction, personId);
  const held = memberships.flatMap(({ agencyId, role }) => {
    const known = roleOf(role);
    return known === null ? [] : [{ agencyId, role: known }];
  });
  for (const { id, agencyId } of await listTokensBy(transaction, personId)) {
    if (isAllowed('token.manage', grantsOf(held, await listLineage(transaction, agencyId)))) continue;
    if ((await revokeApiToken(transaction, { id, agencyId, now: context.now })) === null) continue;
    await appendAuditEvent(transaction, { ...eventBy(context, 'token.revoke'), agencyId, subject: `token:${id}` });
  }
}
