import type { AuditAction } from '@nianbao/core';
import { appendAuditEvent } from '@nianbao/database';
import type { Context } from 'hono';
import { Hono } from 'hono';
import { z } from 'zod';
import { ServiceError } from '../errors/service-error.ts';
import type { HttpEnvironment } from '../http/environment.ts';
import { askLibrary } from './ask-library.ts';
import type { CallerParts } from './caller.ts';
import { callerOf } from './caller.ts';
import { ownEvent } from './own-event.ts';
import type { Person } from './person.ts';

const passwordSchema = z.object({ password: z.string().min(1).max(1000) });
const codeSchema = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/),
});
const enrolled = z.object({ totpURI: z.url(), backupCodes: z.array(z.string()) });
const renewed = z.object({ backupCodes: z.array(z.string()) });

/** The address that an authenticator app takes, naming the account by its user name. */
function enrolment(answer: z.infer<typeof enrolled>, username: string) {
  const given = new URL(answer.totpURI);
  const issuer = given.searchParams.get('issuer') ?? '';
  const uri = `otpauth://totp/${encodeURIComponent(`${issuer}:${username}`)}?${given.searchParams}`;
  return { uri, secret: given.searchParams.get('secret') ?? '', backupCodes: answer.backupCodes };
}

/**
 * A person's own second factor: a code of an authenticator app (TOTP, RFC 6238), or one of ten backup codes. Enrolling,
 * turning off and new backup codes ask for the password again.
 */
export function secondFactorRoutes(parts: CallerParts) {
  const { auth, database, limits, now } = parts;
  const routes = new Hono<HttpEnvironment>();

  const signedIn = async (context: Context<HttpEnvironment>): Promise<Person> => {
    const { person, door } = await callerOf(parts, context);
    if (person === null || door === 'token') throw new ServiceError('NOT_SIGNED_IN');
    return person;
  };
  const ask = async (context: Context<HttpEnvironment>, path: string, schema: z.ZodType<object>) => {
    const person = await signedIn(context);
    const body = schema.safeParse(await context.req.json().catch(() => null));
    if (!body.success) throw new ServiceError('BAD_INPUT');
    const by = [person.id, context.get('clientAddress')];
    await limits.take('ownPassword', by);
    const answer = await askLibrary(auth, context, { path, body: body.data });
    if (answer.status >= 500) throw new Error(`identity library answered ${answer.status}`);
    if (!answer.ok) return { answer: null, person };
    await limits.clear('ownPassword', by);
    for (const cookie of answer.headers.getSetCookie()) context.header('set-cookie', cookie, { append: true });
    return { answer: await answer.json(), person };
  };
  // The library changes the account in a transaction of its own; what it did is recorded right after.
  const record = (context: Context<HttpEnvironment>, person: Person, action: AuditAction) =>
    appendAuditEvent(database, ownEvent(context, person, { action, at: now() }));

  routes.post('/enable', async (context) => {
    const { answer, person } = await ask(context, '/two-factor/enable', passwordSchema);
    if (answer === null) throw new ServiceError('PASSWORD_REFUSED');
    return context.json(enrolment(enrolled.parse(answer), person.username));
  });
  routes.post('/verify', async (context) => {
    const { answer, person } = await ask(context, '/two-factor/verify-totp', codeSchema);
    if (answer === null) throw new ServiceError('SECOND_FACTOR_REFUSED');
    await record(context, person, 'account.enrolSecondFactor');
    return context.json({ enabled: true });
  });
  routes.post('/disable', async (context) => {
    const { answer, person } = await ask(context, '/two-factor/disable', passwordSchema);
    if (answer === null) throw new ServiceError('PASSWORD_REFUSED');
    await record(context, person, 'account.dropSecondFactor');
    return context.json({ enabled: false });
  });
  routes.post('/backup-codes', async (context) => {
    const { answer, person } = await ask(context, '/two-factor/generate-backup-codes', passwordSchema);
    if (answer === null) throw new ServiceError('PASSWORD_REFUSED');
    await record(context, person, 'account.renewBackupCodes');
    return context.json({ backupCodes: renewed.parse(answer).backupCodes });
  });
  return routes;
}
