import { appendAuditEvent, findSignedIn } from '@nianbao/database';
import type { Context } from 'hono';
import { Hono } from 'hono';
import { z } from 'zod';
import { ServiceError } from '../errors/service-error.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { askLibrary, cookiesOf } from './ask-library.ts';
import { oidcProvider } from './auth.ts';
import type { CallerParts } from './caller.ts';
import { ownEvent } from './own-event.ts';
import { secondFactorRoutes } from './second-factor.ts';
import { sessionToken } from './session-cookie.ts';
import { signIn } from './sign-in.ts';

const nextSchema = z.object({
  /** The page of the admin to come back to. */
  next: z
    .string()
    .regex(/^\/admin(?![^/?#])/)
    .default('/admin'),
});

const startedSchema = z.object({ url: z.url() });

export interface AuthRouteParts extends CallerParts {
  /** Whether a provider of identities is configured. */
  readonly hasOidc: boolean;
}

/** What needs cookies: signing in and out, and the second factor. Nothing else of the identity library can be reached. */
export function authRoutes(parts: AuthRouteParts) {
  const { auth, database, limits, hasOidc, now } = parts;
  const routes = new Hono<HttpEnvironment>();
  const pass = (context: Context<HttpEnvironment>, answer: Response) => {
    for (const cookie of answer.headers.getSetCookie()) context.header('set-cookie', cookie, { append: true });
  };

  routes.post('/sign-in/username', (context) => signIn(parts, context));
  routes.post('/sign-out', async (context) => {
    pass(context, await askLibrary(auth, context, { path: '/sign-out', body: {} }));
    return context.json({ success: true });
  });
  routes.route('/two-factor', secondFactorRoutes(parts));

  routes.post('/sign-in/oidc', async (context) => {
    if (!hasOidc) throw new ServiceError('NOT_FOUND');
    const wanted = nextSchema.safeParse(await context.req.json().catch(() => ({})));
    if (!wanted.success) throw new ServiceError('BAD_INPUT');
    await limits.take('signIn', [context.get('clientAddress')]);
    const answer = await askLibrary(auth, context, {
      path: '/sign-in/social',
      body: {
        ...{ provider: oidcProvider, callbackURL: wanted.data.next, errorCallbackURL: '/admin/sign-in' },
        disableRedirect: true,
      },
    });
    if (!answer.ok) throw new ServiceError('PROVIDER_NOT_REACHED');
    pass(context, answer);
    return context.json({ url: startedSchema.parse(await answer.json()).url });
  });
  routes.get('/callback/oidc', async (context) => {
    if (!hasOidc) throw new ServiceError('NOT_FOUND');
    const answer = await askLibrary(auth, context, { path: `/callback/oidc${new URL(context.req.url).search}` });
    pass(context, answer);
    const token = await sessionToken(cookiesOf(answer), parts);
    const signedIn = token === null ? null : await findSignedIn(database, token, new Date());
    if (signedIn !== null) {
      const { userId: id, name } = signedIn;
      await appendAuditEvent(database, ownEvent(context, { id, name }, { action: 'account.signIn', at: now() }));
    }
    return context.redirect(answer.headers.get('location') ?? '/admin/sign-in?error=provider');
  });
  return routes;
}
