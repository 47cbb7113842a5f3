import type { PersonWithRoles } from '@nianbao/database';
import { appendAuditEvent, findPasswordHash } from '@nianbao/database';
import type { z } from 'zod';
import { eventBy } from '../api/event-by.ts';
import type { PersonContext, ServerContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { mailOf } from '../identity/mail-address.ts';
import type { LinkContext } from './issue-link.ts';
import { issuedLink, issueLink } from './issue-link.ts';

export const sendLinkOutput = issuedLink;

/** Gives a person a one-time link: an invitation again for somebody who has no password yet, else one for a new one. */
export async function sendLink(
  context: PersonContext & LinkContext & Pick<ServerContext, 'limits'> & { readonly target: PersonWithRoles },
): Promise<z.infer<typeof sendLinkOutput>> {
  const { person } = context.target;
  if (person.disabledAt !== null) throw new ServiceError('ACCOUNT_DISABLED');
  const purpose = (await findPasswordHash(context.database, person.id)) === null ? 'invitation' : 'reset';
  if (context.sendsMail && mailOf(person.email) !== null) await context.limits.take('resetByAccount', [person.id]);
  return context.database.transaction(async (transaction) => {
    const link = await issueLink(transaction, context, { person, purpose });
    const action = purpose === 'invitation' ? 'person.invite' : 'person.reset';
    const about = { agencyId: person.agencyId, subject: `person:${person.id}` };
    await appendAuditEvent(transaction, { ...eventBy(context, action), ...about });
    return link;
  });
}
