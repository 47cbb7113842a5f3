import { findPersonByUsername } from '@nianbao/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { limits } from '../limits/limits.ts';
import { openRateLimits } from '../limits/rate-limits.ts';
import type { TestClient, TestServer } from '../testing/index.ts';
import { createTestServer, testClient, testPassword } from '../testing/index.ts';

const allowedFailures = limits.signInFailure.points;

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

/** The answer without the id that every request has for itself. */
async function told(answer: Response): Promise<string> {
  return (await answer.text()).replace(/"requestId":"[^"]*"/, '');
}

describe('signing in', () => {
  test('gives a cookie that scripts and other sites cannot use, and no token in the answer', async () => {
    const answer = await server.signIn('Editor', testPassword);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ user: { name: 'editor', username: 'editor' } });
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
  });

  test('tells who is signed in, with roles; and nobody to the public', async () => {
    const session = await (await server.as('editor')).session.me.query();
    expect(session).toMatchObject({
      user: { username: 'editor' },
      memberships: [{ agencyName: '云溪县林业局', role: 'editor' }],
    });
    expect(await (await server.as(null)).session.me.query()).toBeNull();
  });

  test('says the same of a wrong password and of a person who does not exist', async () => {
    const wrong = await server.signIn('editor', 'not the password', '192.0.2.2');
    const unknown = await server.signIn('ghost', 'not the password', '192.0.2.2');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await told(wrong)).toBe(await told(unknown));
  });

  test.each([['editor'], ['ghost']])(
    '%s: too many failures from one address have to wait there, and only there',
    async (name) => {
      const address = `198.51.100.${name.length}`;
      for (let failure = 0; failure < allowedFailures; failure += 1) await server.signIn(name, 'guess', address);
      const refused = await server.signIn(name, testPassword, address);
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      const elsewhere = await server.signIn(name, testPassword, '203.0.113.9');
      expect(elsewhere.status).toBe(name === 'editor' ? 200 : 401);
    },
  );

  test('guessing from the owner’s own address does not keep the owner’s browser out', async () => {
    const address = '198.51.100.200';
    const owner = testClient(server);
    const signIn = (client: TestClient, password: string, from = address) =>
      client.post('/sign-in/username', { username: 'reviewer', password }, from);
    expect((await signIn(owner, testPassword)).status).toBe(200);
    for (let failure = 0; failure < allowedFailures; failure += 1) await signIn(testClient(server), 'guess');
    expect((await signIn(testClient(server), testPassword)).status).toBe(429);
    expect((await signIn(owner, testPassword)).status).toBe(200);
    for (let failure = 0; failure < allowedFailures; failure += 1) await signIn(owner, 'guess');
    expect((await signIn(owner, testPassword)).status).toBe(429);
  });

  test('guessing from many addresses comes to an end, and does not keep the owner’s browser out', async () => {
    const owner = testClient(server);
    const signIn = (client: TestClient, password: string, address?: string) =>
      client.post('/sign-in/username', { username: 'agencyhead', password }, address);
    expect((await signIn(owner, testPassword)).status).toBe(200);
    const counts = openRateLimits(server.database);
    const id = (await findPersonByUsername(server.database, 'agencyhead'))?.id ?? '';
    for (let at = 0; at < limits.signInFailureElsewhere.points; at += 1) {
      await counts.take('signInFailureElsewhere', [id]);
    }
    expect((await signIn(testClient(server), testPassword, '203.0.113.77')).status).toBe(429);
    expect((await signIn(owner, testPassword, '203.0.113.78')).status).toBe(200);
  });

  test('an owner who is kept out on a new machine gets in by a one-time link', async () => {
    const counts = openRateLimits(server.database);
    const id = (await findPersonByUsername(server.database, 'colleague'))?.id ?? '';
    for (let at = 0; at < limits.signInFailureElsewhere.points; at += 1) {
      await counts.take('signInFailureElsewhere', [id]);
    }
    const signIn = (password: string) =>
      testClient(server).post('/sign-in/username', { username: 'colleague', password });
    expect((await signIn(testPassword)).status).toBe(429);
    const administrator = await server.as('administrator');
    const { address } = await administrator.people.sendLink.mutate({ personId: id });
    const secret = address?.split('#')[1] ?? '';
    await testClient(server).api.account.setPassword.mutate({ secret, password: 'another horse 2026' });
    expect((await signIn('another horse 2026')).status).toBe(200);
  });

  test('many guesses at once are counted one by one', async () => {
    const guesses = Array.from({ length: allowedFailures * 2 }, () =>
      testClient(server).post('/sign-in/username', { username: 'stranger', password: 'guess' }, '198.51.100.60'),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(allowedFailures);
  });

  test('many attempts for many names from one address have to wait as well', async () => {
    const attempts = Array.from({ length: 70 }, (_, at) => server.signIn(`name${at}`, 'guess', '198.51.100.77'));
    const statuses = (await Promise.all(attempts)).map(({ status }) => status);
    expect(statuses).toContain(429);
    expect((await server.signIn('editor', testPassword, '192.0.2.44')).status).toBe(200);
  });

  test('signing out ends the session on the server', async () => {
    const cookie = (await server.signIn('auditor', testPassword)).headers.getSetCookie().join('; ');
    const headers = { cookie, origin: 'http://nianbao.test' };
    const me = async () => (await server.request('/api/trpc/session.me', { headers })).json();
    expect(await me()).toMatchObject({ result: { data: { user: { username: 'auditor' } } } });
    expect((await server.request('/api/auth/sign-out', { method: 'POST', headers })).status).toBe(200);
    expect(await me()).toEqual({ result: { data: null } });
  });

  test.each([
    ['/api/auth/sign-up/email'],
    ['/api/auth/is-username-available'],
    ['/api/auth/sign-in/email'],
    ['/api/auth/update-user'],
    ['/api/auth/sign-in/social'],
    ['/api/auth/sign-in/oidc'],
    ['/api/auth/callback/oidc'],
    ['/api/auth/change-password'],
    ['/api/auth/list-sessions'],
    ['/api/auth/two-factor/send-otp'],
    ['/api/auth/get-session'],
  ])('%s is not there', async (path) => {
    const body = JSON.stringify({ username: 'editor', email: 'a@b.example', password: testPassword, name: 'x' });
    const headers = { 'content-type': 'application/json' };
    expect((await server.request(path, { method: 'POST', headers, body })).status).toBe(404);
  });
});
