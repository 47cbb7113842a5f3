import type { OpenLink } from '@nianbao/database';
import {
  appendAuditEvent,
  consumeLink,
  deleteSessions,
  endLinks,
  findOpenLink,
  linkPurposes,
  setPasswordHash,
  updatePerson,
} from '@nianbao/database';
import { z } from 'zod';
import type { ServerContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { attemptLimit } from '../identity/attempt-limit.ts';
import { passwords } from '../identity/passwords.ts';
import { secretHash } from '../identity/secrets.ts';
import { newPassword } from './change-password.ts';

const secretField = z.string().min(1).max(100);

export const readLinkInput = z.object({ secret: secretField });

export const readLinkOutput = z.object({
  purpose: z.enum(linkPurposes),
  name: z.string(),
  /** What to sign in with afterwards. */
  username: z.string(),
});

async function openLink({ database, limits, address, now }: ServerContext, secret: string): Promise<OpenLink> {
  await limits.take('oneTimeLink', [address ?? '']);
  const found = await findOpenLink(database, secretHash(secret), now);
  if (found === null) throw new ServiceError('LINK_REFUSED');
  return found;
}

/** Whom a one-time link is for, and what. Uses nothing up. */
export async function readLink(context: ServerContext, { secret }: z.infer<typeof readLinkInput>) {
  const { link, user } = await openLink(context, secret);
  return { purpose: link.purpose, name: user.name, username: user.username ?? '' };
}

export const setPasswordInput = z.object({ secret: secretField, password: newPassword });

export const setPasswordOutput = z.object({ username: z.string() });

/** Sets the password by a one-time link, once, and ends all sessions of the account. A second factor stays. */
export async function setPasswordByLink(
  context: ServerContext,
  { secret, password }: z.infer<typeof setPasswordInput>,
): Promise<z.infer<typeof setPasswordOutput>> {
  const { link, user } = await openLink(context, secret);
  const hash = await passwords.hash(password);
  const { now, address, requestId } = context;
  await context.database.transaction(async (transaction) => {
    if (!(await consumeLink(transaction, link.id, now))) throw new ServiceError('LINK_REFUSED');
    await endLinks(transaction, user.id, now);
    await setPasswordHash(transaction, user.id, hash);
    // Whoever opened a link that went only to the mailbox has shown that it is theirs.
    if (link.delivery === 'mail') await updatePerson(transaction, user.id, { emailVerified: true });
    await deleteSessions(transaction, user.id);
    await appendAuditEvent(transaction, {
      ...{ action: 'account.setPassword', at: now, actorId: user.id, actorName: user.name },
      ...{ subject: `person:${user.id}`, agencyId: user.agencyId, door: 'session', address, requestId },
    });
  });
  // Otherwise a link after too many wrong passwords would open nothing until the counts run out.
  await attemptLimit(context.limits, { account: user.id, address: address ?? '', browser: null }).forget();
  return { username: user.username ?? '' };
}
