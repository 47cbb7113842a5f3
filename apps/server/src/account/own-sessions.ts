import { appendAuditEvent, deleteSession, deleteSessions, listSessions } from '@nianbao/database';
import { z } from 'zod';
import { eventBy } from '../api/event-by.ts';
import type { AccountContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';

export const sessionsOutput = z.array(
  z.object({
    /** Names the session and opens nothing. */
    id: z.string(),
    createdAt: z.iso.datetime(),
    /** To the hour: sessions are renewed no oftener. */
    usedAt: z.iso.datetime(),
    address: z.string(),
    /** What the browser says it is. */
    browser: z.string(),
    /** Whether it is the one that asks. */
    current: z.boolean(),
  }),
);

/** Where one is signed in. */
export async function listOwnSessions({ database, person, sessionId }: AccountContext) {
  const rows = await listSessions(database, person.id, new Date());
  return rows.map(({ id, createdAt, updatedAt, ipAddress, userAgent }) => ({
    ...{ id, address: ipAddress ?? '', browser: userAgent ?? '', current: id === sessionId },
    createdAt: createdAt.toISOString(),
    usedAt: updatedAt.toISOString(),
  }));
}

export const endSessionInput = z.object({ id: z.string().max(100) });

/** Ends one of one's own sessions. */
export async function endOwnSession(context: AccountContext, { id }: z.infer<typeof endSessionInput>) {
  const { person } = context;
  await context.database.transaction(async (transaction) => {
    if (!(await deleteSession(transaction, person.id, id))) throw new ServiceError('NOT_FOUND');
    const event = eventBy(context, 'account.endSession');
    await appendAuditEvent(transaction, { ...event, subject: `person:${person.id}` });
  });
  return { ended: 1 };
}

export const endedOutput = z.object({ ended: z.int() });

/** Ends all one's sessions but the one that asks. */
export async function endOtherSessions(context: AccountContext) {
  const { person, sessionId } = context;
  return context.database.transaction(async (transaction) => {
    const ended = await deleteSessions(transaction, person.id, sessionId);
    if (ended > 0) {
      const event = eventBy(context, 'account.endSession');
      await appendAuditEvent(transaction, { ...event, subject: `person:${person.id}` });
    }
    return { ended };
  });
}
