import { appendAuditEvent, findByLogin } from '@nianbao/database';
import { z } from 'zod';
import type { ServerContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { mailOf } from '../identity/mail-address.ts';
import { issueLink } from '../people/issue-link.ts';

export const requestResetInput = z.object({
  /** User name or mail address. */
  login: z.string().trim().toLowerCase().min(1).max(254),
});

export const requestResetOutput = z.object({ requested: z.literal(true) });

/**
 * Mails a link for a new password to the account's own, verified address. Answers the same for every account and for
 * none, so that nobody learns who has one. Where no mail is sent, an administrator gives the link.
 */
export async function requestReset(
  context: ServerContext,
  { login }: z.infer<typeof requestResetInput>,
): Promise<z.infer<typeof requestResetOutput>> {
  const { database, limits, sendsMail, address, requestId, now } = context;
  if (!sendsMail) throw new ServiceError('MAIL_NOT_SENT_HERE');
  await limits.take('resetByAddress', [address ?? '']);
  const person = await findByLogin(database, login);
  const mayReset =
    person !== null && person.disabledAt === null && person.emailVerified && mailOf(person.email) !== null;
  if (mayReset && (await limits.allows('resetByAccount', [person.id]))) {
    await database.transaction(async (transaction) => {
      await issueLink(transaction, context, { person, purpose: 'reset' });
      await appendAuditEvent(transaction, {
        ...{ action: 'account.requestReset', at: now, door: 'system', address, requestId },
        ...{ subject: `person:${person.id}`, agencyId: person.agencyId },
      });
    });
  }
  return { requested: true };
}
