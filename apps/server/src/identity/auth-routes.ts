import type { Database } from '@nianbao/database';
import type { Context } from 'hono';
import { Hono } from 'hono';
import { z } from 'zod';
import { ServiceError } from '../errors/service-error.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import type { Auth } from './auth.ts';
import { addressHeader } from './auth.ts';
import { signInLimit } from './sign-in-limit.ts';

const credentialsSchema = z.object({
  username: z.string().min(1).max(100),
  password: z.string().min(1).max(1000),
});

const signedInSchema = z.object({ user: z.object({ name: z.string(), username: z.string() }) });

/** What of the identity library can be reached from outside, besides sign-in; everything else is not there. */
const openPaths = [
  ['POST', '/sign-out'],
  ['POST', '/change-password'],
  ['GET', '/list-sessions'],
  ['POST', '/revoke-session'],
  ['POST', '/revoke-other-sessions'],
] as const;

/** The same request as the identity library should see it, with the client's address from us and from nobody else. */
function forwarded(context: Context<HttpEnvironment>, body?: string): Request {
  const request = body === undefined ? context.req.raw.clone() : context.req.raw;
  const headers = new Headers(request.headers);
  headers.set(addressHeader, context.get('clientAddress'));
  headers.delete('x-forwarded-for');
  headers.delete('content-length');
  const { method, url } = request;
  if (body !== undefined) return new Request(url, { method, headers, body });
  return new Request(new Request(url, request), { headers });
}

function refuseKnown(status: number): void {
  if (status === 429) throw new ServiceError('TOO_MANY_ATTEMPTS', { retryAfter: 60 });
  if (status === 401) throw new ServiceError('NOT_SIGNED_IN');
  if (status >= 500) throw new Error(`identity library answered ${status}`);
  if (status >= 400) throw new ServiceError('BAD_INPUT');
}

export function authRoutes(auth: Auth, database: Database) {
  const routes = new Hono<HttpEnvironment>();

  routes.post('/sign-in/username', async (context) => {
    const credentials = credentialsSchema.safeParse(await context.req.json().catch(() => null));
    if (!credentials.success) throw new ServiceError('BAD_INPUT');
    const limit = signInLimit(database, credentials.data.username, context.get('clientAddress'));
    await limit.assertOpen();
    const answer = await auth.handler(forwarded(context, JSON.stringify(credentials.data)));
    if (answer.status === 401 || answer.status === 422 || answer.status === 400) {
      await limit.failed();
      throw new ServiceError('SIGN_IN_REFUSED');
    }
    refuseKnown(answer.status);
    await limit.succeeded();
    for (const cookie of answer.headers.getSetCookie()) context.header('set-cookie', cookie, { append: true });
    // The session's token stays in the cookie, out of reach of scripts.
    return context.json(signedInSchema.parse(await answer.json()));
  });

  for (const [method, path] of openPaths) {
    routes.on(method, path, async (context) => {
      const answer = await auth.handler(forwarded(context));
      refuseKnown(answer.status);
      return answer;
    });
  }
  return routes;
}
