import { randomUUID } from 'node:crypto';
import { appendAuditEvent, findByLogin } from '@nianbao/database';
import type { Context } from 'hono';
import { z } from 'zod';
import { ServiceError } from '../errors/service-error.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { askLibrary, cookiesOf } from './ask-library.ts';
import { attemptLimit } from './attempt-limit.ts';
import type { CallerParts } from './caller.ts';
import { ownEvent } from './own-event.ts';
import { passwords } from './passwords.ts';
import { knownBrowser, rememberBrowser } from './session-cookie.ts';

const credentialsSchema = z.object({
  /** User name or mail address. */
  username: z.string().min(1).max(254),
  password: z.string().min(1).max(1000),
  /** Of an authenticator app, or one of the backup codes; for accounts that have a second factor. */
  code: z.string().trim().min(6).max(20).optional(),
});

const libraryAnswer = z.union([
  z.object({ twoFactorRedirect: z.literal(true) }),
  z.object({ user: z.object({ name: z.string() }) }),
]);

/**
 * Signs in with password and, where the account has one, second factor, in one request: nothing of a half-finished
 * sign-in is kept in the browser. Answers the same for a wrong password, an account that does not exist and one that is
 * disabled. `SECOND_FACTOR_NEEDED` says that the password was right and a code is missing.
 */
export async function signIn(parts: CallerParts, context: Context<HttpEnvironment>): Promise<Response> {
  const { auth, database, limits, now } = parts;
  const credentials = credentialsSchema.safeParse(await context.req.json().catch(() => null));
  if (!credentials.success) throw new ServiceError('BAD_INPUT');
  const { password, code } = credentials.data;
  const login = credentials.data.username.trim().toLowerCase();
  const address = context.get('clientAddress');
  await limits.take('signIn', [address]);
  const person = await findByLogin(database, login);
  const browsers = await knownBrowser(context, parts);
  const browser = person === null ? null : (browsers.get(person.id) ?? null);
  const attempt = attemptLimit(limits, { account: person?.id ?? login, address, browser });
  await attempt.begin();
  if (person === null || person.username === null || person.disabledAt !== null) {
    // As long as a wrong password takes.
    await passwords.hash(password);
    throw new ServiceError('SIGN_IN_REFUSED');
  }
  let answer = await askLibrary(auth, context, {
    path: '/sign-in/username',
    body: { username: person.username, password },
  });
  if (answer.status >= 500) throw new Error(`identity library answered ${answer.status}`);
  if (!answer.ok) throw new ServiceError('SIGN_IN_REFUSED');
  if ('twoFactorRedirect' in libraryAnswer.parse(await answer.json())) {
    if (code === undefined) {
      await attempt.succeeded();
      throw new ServiceError('SECOND_FACTOR_NEEDED');
    }
    const path = /^\d{6}$/.test(code) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code';
    if (!(await limits.allows('usedCode', [person.id, code]))) throw new ServiceError('SECOND_FACTOR_REFUSED');
    answer = await askLibrary(auth, context, { path, body: { code }, cookie: cookiesOf(answer) });
    if (!answer.ok) throw new ServiceError('SECOND_FACTOR_REFUSED');
  }
  await attempt.succeeded();
  const { id, name, username } = person;
  await appendAuditEvent(database, ownEvent(context, person, { action: 'account.signIn', at: now() }));
  await rememberBrowser(context, parts, new Map([...browsers, [id, browser ?? randomUUID()]]));
  for (const cookie of answer.headers.getSetCookie()) context.header('set-cookie', cookie, { append: true });
  // The session's token stays in the cookie, out of reach of scripts.
  return context.json({ user: { name, username } });
}
