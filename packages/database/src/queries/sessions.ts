import { and, asc, desc, eq, gt, isNull, lt, ne } from 'drizzle-orm';
import { batched } from '../batched.ts';
import type { Database } from '../connect.ts';
import { agency } from '../schema/agency.ts';
import { membership } from '../schema/membership.ts';
import { session } from '../schema/session.ts';
import { user } from '../schema/user.ts';
import { amongGiven, statement } from '../statement.ts';
import type { MembershipRow } from './memberships.ts';

/** A person who is signed in, with what they may do where. */
export interface SignedIn {
  readonly sessionId: string;
  /** When the session was last made to last longer. */
  readonly renewedAt: Date;
  readonly userId: string;
  readonly name: string;
  readonly username: string | null;
  readonly memberships: readonly MembershipRow[];
}

const byTokens = statement('find_signed_in', (database) =>
  database
    .select({
      token: session.token,
      sessionId: session.id,
      expiresAt: session.expiresAt,
      renewedAt: session.updatedAt,
      userId: user.id,
      name: user.name,
      username: user.username,
      agencyId: agency.id,
      agencyName: agency.name,
      role: membership.role,
    })
    .from(session)
    .innerJoin(user, and(eq(user.id, session.userId), isNull(user.disabledAt)))
    .leftJoin(membership, eq(membership.userId, user.id))
    .leftJoin(agency, eq(agency.id, membership.agencyId))
    .where(amongGiven(session.token, 'tokens'))
    .orderBy(asc(agency.position), asc(membership.role)),
);

const sessionsOf = batched(async (database, tokens: readonly string[]) => {
  const rows = await byTokens(database, { tokens: JSON.stringify(tokens) });
  const byToken = Map.groupBy(rows, ({ token }) => token);
  return tokens.map((token) => byToken.get(token) ?? []);
});

/**
 * Who a session's token stands for, in one query; null when it is unknown, over, or its account disabled.
 */
export async function findSignedIn(database: Database, token: string, now: Date): Promise<SignedIn | null> {
  const rows = await sessionsOf(database, token);
  const [first] = rows;
  if (first === undefined || first.expiresAt <= now) return null;
  const memberships = rows.flatMap(({ agencyId, agencyName, role }) =>
    agencyId === null || agencyName === null || role === null ? [] : [{ agencyId, agencyName, role }],
  );
  const { sessionId, renewedAt, userId, name, username } = first;
  return { sessionId, renewedAt, userId, name, username, memberships };
}

export type SessionRow = typeof session.$inferSelect;

/** A person's sessions that last, the newest first. */
export async function listSessions(database: Database, userId: string, now: Date): Promise<SessionRow[]> {
  return database
    .select()
    .from(session)
    .where(and(eq(session.userId, userId), gt(session.expiresAt, now)))
    .orderBy(desc(session.createdAt));
}

/** Ends one session of a person; false when there is none of that id. */
export async function deleteSession(database: Database, userId: string, id: string): Promise<boolean> {
  const rows = await database
    .delete(session)
    .where(and(eq(session.userId, userId), eq(session.id, id)))
    .returning({ id: session.id });
  return rows.length > 0;
}

/** Ends a person's sessions, all or all but one; gives how many. */
export async function deleteSessions(
  database: Database,
  userId: string,
  except: string | null = null,
): Promise<number> {
  const all = eq(session.userId, userId);
  const rows = await database
    .delete(session)
    .where(except === null ? all : and(all, ne(session.id, except)))
    .returning({ id: session.id });
  return rows.length;
}

export async function deleteExpiredSessions(database: Database, now: Date): Promise<void> {
  await database.delete(session).where(lt(session.expiresAt, now));
}
