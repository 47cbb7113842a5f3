import { appendAuditEvent, deleteSessions, findPasswordHash, setPasswordHash } from '@nianbao/database';
import { z } from 'zod';
import { eventBy } from '../api/event-by.ts';
import type { AccountContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { longestPassword, passwords, shortestPassword } from '../identity/passwords.ts';

export const newPassword = z.string().min(shortestPassword).max(longestPassword);

export const changePasswordInput = z.object({ current: z.string().min(1).max(1000), password: newPassword });

/** Changes one's own password and ends all other sessions. Gives how many were ended. */
export async function changePassword(
  context: AccountContext,
  { current, password }: z.infer<typeof changePasswordInput>,
) {
  const { database, person, sessionId, limits, address } = context;
  const by = [person.id, address ?? ''];
  await limits.take('ownPassword', by);
  const hash = await findPasswordHash(database, person.id);
  if (hash === null || !(await passwords.verify({ hash, password: current }))) {
    throw new ServiceError('PASSWORD_REFUSED');
  }
  await limits.clear('ownPassword', by);
  const changed = await passwords.hash(password);
  return database.transaction(async (transaction) => {
    await setPasswordHash(transaction, person.id, changed);
    const ended = await deleteSessions(transaction, person.id, sessionId);
    const event = eventBy(context, 'account.password');
    await appendAuditEvent(transaction, { ...event, subject: `person:${person.id}` });
    return { ended };
  });
}
