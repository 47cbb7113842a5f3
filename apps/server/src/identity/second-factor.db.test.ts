import { generate } from 'otplib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { limits } from '../limits/limits.ts';
import type { TestClient, TestServer } from '../testing/index.ts';
import { createTestServer, testClient, testPassword } from '../testing/index.ts';

const enrolment = z.object({ uri: z.string(), secret: z.string(), backupCodes: z.array(z.string()) });

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const signIn = (client: TestClient, username: string, code?: string, address?: string) =>
  client.post(
    '/sign-in/username',
    { username, password: testPassword, ...(code === undefined ? {} : { code }) },
    address,
  );

const codeOf = async (answer: Response) =>
  z.object({ error: z.object({ code: z.string() }) }).parse(await answer.json()).error.code;

/** Enrols as an authenticator app does: by the address that the server gives. */
async function enrol(username: string) {
  const client = testClient(server);
  await signIn(client, username);
  const enabled = await client.post('/two-factor/enable', { password: testPassword });
  const given = enrolment.parse(await enabled.json());
  const code = await generate({ secret: given.secret });
  expect((await client.post('/two-factor/verify', { code })).status).toBe(200);
  return { ...given, client };
}

/** A code that no clock shows now: another one of the same app, a day off. */
const wrongCode = (secret: string) => generate({ secret, epoch: Math.floor(Date.now() / 1000) - 86_400 });

describe('the second factor', () => {
  test('is enrolled by the address that an app takes, and asked for from then on', async () => {
    const { uri, secret, client } = await enrol('editor');
    expect(decodeURIComponent(uri)).toMatch(/^otpauth:\/\/totp\/.*nianbao:editor\?.*secret=/);
    expect(await client.api.account.get.query()).toMatchObject({ username: 'editor', secondFactor: true });
    const other = testClient(server);
    const first = await signIn(other, 'editor');
    expect(first.status).toBe(401);
    expect(await codeOf(first)).toBe('SECOND_FACTOR_NEEDED');
    expect(await other.api.session.me.query()).toBeNull();
    expect((await signIn(other, 'editor', await generate({ secret }))).status).toBe(200);
    expect(await other.api.session.me.query()).toMatchObject({ user: { username: 'editor' } });
  });

  test('takes each code and each backup code once', async () => {
    const { secret, backupCodes } = await enrol('colleague');
    const code = await generate({ secret });
    const [backup = ''] = backupCodes;
    expect((await signIn(testClient(server), 'colleague', code)).status).toBe(200);
    expect(await codeOf(await signIn(testClient(server), 'colleague', code))).toBe('SECOND_FACTOR_REFUSED');
    expect((await signIn(testClient(server), 'colleague', backup)).status).toBe(200);
    expect(await codeOf(await signIn(testClient(server), 'colleague', backup))).toBe('SECOND_FACTOR_REFUSED');
  });

  test('cannot be guessed: wrong codes count as wrong passwords do, and lock out nobody elsewhere', async () => {
    const { secret, backupCodes } = await enrol('otherEditor'.toLowerCase());
    const name = 'othereditor';
    const wrong = await wrongCode(secret);
    const [first = '', second = ''] = backupCodes;
    const guesses = Array.from({ length: limits.signInFailure.points }, (_, at) =>
      String(Number(wrong) + at).slice(-6),
    );
    for (const guess of guesses) await signIn(testClient(server), name, guess.padStart(6, '0'), '198.51.100.1');
    expect((await signIn(testClient(server), name, first, '198.51.100.1')).status).toBe(429);
    expect((await signIn(testClient(server), name, second, '203.0.113.1')).status).toBe(200);
  });

  test('is turned off with the password only, and backup codes are renewed with it', async () => {
    const { client, backupCodes } = await enrol('agencyhead');
    const wrong = await client.post('/two-factor/disable', { password: 'not the password' });
    expect(await codeOf(wrong)).toBe('PASSWORD_REFUSED');
    const renewed = await client.post('/two-factor/backup-codes', { password: testPassword });
    const codes = z.object({ backupCodes: z.array(z.string()) }).parse(await renewed.json()).backupCodes;
    expect(codes).toHaveLength(backupCodes.length);
    expect(codes).not.toContain(backupCodes[0]);
    expect((await client.post('/two-factor/disable', { password: testPassword })).status).toBe(200);
    expect((await signIn(testClient(server), 'agencyhead')).status).toBe(200);
  });

  test('is reset by an administrator, which the audit trail tells; nobody resets their own', async () => {
    await enrol('reviewer');
    const administrator = await server.as('administrator');
    const { people } = await administrator.people.list.query({ search: 'reviewer' });
    const reviewer = people.find(({ username }) => username === 'reviewer');
    expect(reviewer).toMatchObject({ secondFactor: true });
    const personId = reviewer?.id ?? '';
    await administrator.people.resetSecondFactor.mutate({ personId });
    expect((await signIn(testClient(server), 'reviewer')).status).toBe(200);
    const events = await server.database.query.auditEvent.findMany({
      where: (event, { eq }) => eq(event.subject, `person:${personId}`),
    });
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['account.enrolSecondFactor', 'person.resetSecondFactor', 'account.signIn']),
    );
  });

  test('cannot be enrolled or turned off without signing in', async () => {
    for (const path of ['/two-factor/enable', '/two-factor/disable', '/two-factor/backup-codes']) {
      expect((await testClient(server).post(path, { password: testPassword })).status).toBe(401);
    }
  });
});
