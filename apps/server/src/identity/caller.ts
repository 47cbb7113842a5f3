import { tokenScopes } from '@nianbao/core';
import type { Database } from '@nianbao/database';
import { findSignedIn, findUsableToken, noteTokenUse } from '@nianbao/database';
import type { Context } from 'hono';
import { roleOf } from '../access/standing.ts';
import { ServiceError } from '../errors/service-error.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import type { RateLimits } from '../limits/rate-limits.ts';
import type { Auth } from './auth.ts';
import type { Person } from './person.ts';
import { secretHash } from './secrets.ts';
import type { CookieSettings } from './session-cookie.ts';
import { sessionRenewedAfter, sessionToken } from './session-cookie.ts';

/** Who makes a request, and how they are known. */
export interface Caller {
  /** Null for the public. */
  readonly person: Person | null;
  readonly door: 'session' | 'token';
  /** The caller's own session; null without one. */
  readonly sessionId: string | null;
}

export interface CallerParts extends CookieSettings {
  readonly database: Database;
  readonly auth: Auth;
  readonly limits: RateLimits;
  readonly now: () => Date;
}

const nobody: Caller = { person: null, door: 'session', sessionId: null };

/**
 * Who makes a request: by a token in the header `Authorization: Bearer`, or else by the session's cookie. Throws
 * `TOKEN_REFUSED` for a token that is not, or no longer, good for anything.
 */
export async function callerOf(parts: CallerParts, context: Context<HttpEnvironment>): Promise<Caller> {
  const bearer = /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
  return bearer === undefined ? callerBySession(parts, context) : callerByToken(parts, bearer);
}

async function callerByToken({ database, limits, now }: CallerParts, secret: string): Promise<Caller> {
  const found = await findUsableToken(database, secretHash(secret), now());
  if (found === null) throw new ServiceError('TOKEN_REFUSED');
  const { token, name, agencyName } = found;
  await limits.take('token', [token.id]);
  await noteTokenUse(database, token.id, now());
  const scopes = tokenScopes.filter((scope) => token.scopes.includes(scope));
  const memberships = [{ agencyId: token.agencyId, agencyName, role: 'service', scopes }] as const;
  return { person: { id: token.userId, name, username: '', memberships }, door: 'token', sessionId: null };
}

async function callerBySession(parts: CallerParts, context: Context<HttpEnvironment>): Promise<Caller> {
  const token = await sessionToken(context.req.header('cookie'), parts);
  // Sessions live by the identity library's clock.
  const now = new Date();
  const found = token === null ? null : await findSignedIn(parts.database, token, now);
  if (found === null) return nobody;
  if (now.getTime() - found.renewedAt.getTime() > sessionRenewedAfter * 1000) await renew(parts.auth, context);
  const { sessionId, userId, name, username } = found;
  const memberships = found.memberships.flatMap(({ role, ...membership }) => {
    const known = roleOf(role);
    return known === null ? [] : [{ ...membership, role: known }];
  });
  return { person: { id: userId, name, username: username ?? '', memberships }, door: 'session', sessionId };
}

/** Makes the session and its cookie last longer, as the library does. */
async function renew(auth: Auth, context: Context<HttpEnvironment>): Promise<void> {
  const { headers } = await auth.api.getSession({ headers: context.req.raw.headers, returnHeaders: true });
  context.set('renewedCookies', headers.getSetCookie());
}
