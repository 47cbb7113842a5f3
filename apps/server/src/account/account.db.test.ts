import { schema } from '@nianbao/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { limits } from '../limits/limits.ts';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, refusalOf, testClient, testPassword } from '../testing/index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

async function signedIn(username: string, password = testPassword) {
  const client = testClient(server);
  expect((await client.post('/sign-in/username', { username, password })).status).toBe(200);
  return client;
}

test('where no mail is sent, whoever asks for a new password is told to whom to turn', async () => {
  const asked = testClient(server).api.account.requestReset.mutate({ login: 'editor' });
  expect(await refusalOf(asked)).toMatchObject({ code: 'MAIL_NOT_SENT_HERE', httpStatus: 422 });
});

describe('one’s own sessions', () => {
  test('are listed by a name that opens nothing', async () => {
    const first = await signedIn('editor');
    await signedIn('editor');
    const sessions = await first.api.account.sessions.query();
    expect(sessions).toHaveLength(2);
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    const tokens = await server.database.select({ token: schema.session.token }).from(schema.session);
    for (const { token } of tokens) expect(JSON.stringify(sessions)).not.toContain(token);
  });

  test('are ended one by one or all but the own, at once', async () => {
    const [first, second, third] = [
      await signedIn('colleague'),
      await signedIn('colleague'),
      await signedIn('colleague'),
    ];
    const own = (await second.api.account.sessions.query()).find(({ current }) => current);
    await first.api.account.endSession.mutate({ id: own?.id ?? '' });
    expect(await second.api.session.me.query()).toBeNull();
    expect(await first.api.account.endOtherSessions.mutate({})).toEqual({ ended: 1 });
    expect(await third.api.session.me.query()).toBeNull();
    expect(await first.api.session.me.query()).not.toBeNull();
  });

  test('of others cannot be ended', async () => {
    const [own, others] = [await signedIn('editor'), await signedIn('reviewer')];
    const id = (await others.api.account.sessions.query())[0]?.id ?? '';
    expect(await refusalOf(own.api.account.endSession.mutate({ id }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await others.api.session.me.query()).not.toBeNull();
  });

  /** Makes every session one that the next request renews. */
  async function letAge(): Promise<void> {
    const hour = 60 * 60 * 1000;
    const [long, soon] = [new Date(Date.now() - 2 * hour), new Date(Date.now() + 10 * hour)];
    await server.database.update(schema.session).set({ updatedAt: long, expiresAt: soon });
  }

  test('last by use: an old one is renewed with its cookie, one past its time is over', async () => {
    const client = await signedIn('auditor');
    await letAge();
    const answer = await client.get('/api/trpc/session.me');
    expect(answer.headers.getSetCookie().join()).toMatch(/session_token=.*Max-Age=43200.*HttpOnly/i);
    const again = await client.get('/api/trpc/session.me');
    expect(again.headers.getSetCookie()).toEqual([]);
    await server.database.update(schema.session).set({ expiresAt: new Date(Date.now() - 1) });
    expect(await client.api.session.me.query()).toBeNull();
  });

  test.each(['/api/v1/published', `/api/trpc/published.list?input=${encodeURIComponent('{}')}`])(
    'are renewed under %s too, and no cache between keeps the cookie for others',
    async (path) => {
      const client = await signedIn('auditor');
      await letAge();
      const answer = await client.get(path);
      expect(answer.headers.getSetCookie().join()).toContain('session_token=');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const again = await client.get(path);
      expect(again.headers.getSetCookie()).toEqual([]);
      expect(again.headers.get('cache-control')).toBe('public, no-cache');
    },
  );

  test('a cookie whose signature is not ours stands for nobody', async () => {
    await signedIn('editor');
    const [row] = await server.database.select({ token: schema.session.token }).from(schema.session);
    const cookie = `nianbao.session_token=${row?.token}.${'A'.repeat(43)}%3D`;
    const answer = await server.request('/api/trpc/session.me', { headers: { cookie } });
    expect(await answer.json()).toEqual({ result: { data: null } });
  });
});

describe('one’s own password', () => {
  test('is changed with the present one, and ends all other sessions', async () => {
    const [client, other] = [await signedIn('stranger'), await signedIn('stranger')];
    const password = 'a fresh long password';
    const wrong = client.api.account.changePassword.mutate({ current: 'not it at all', password });
    expect(await refusalOf(wrong)).toMatchObject({ code: 'PASSWORD_REFUSED' });
    const short = client.api.account.changePassword.mutate({ current: testPassword, password: 'short' });
    expect(await refusalOf(short)).toMatchObject({ code: 'BAD_INPUT' });
    expect(await client.api.account.changePassword.mutate({ current: testPassword, password })).toEqual({ ended: 1 });
    expect(await other.api.session.me.query()).toBeNull();
    expect(await client.api.session.me.query()).not.toBeNull();
    await signedIn('stranger', password);
  });

  test('cannot be guessed by whoever finds a browser open', async () => {
    const client = await signedIn('nobody');
    const guess = () =>
      refusalOf(client.api.account.changePassword.mutate({ current: 'a guess', password: 'whatever else' }));
    for (let at = 0; at < limits.ownPassword.points; at += 1) {
      expect(await guess()).toMatchObject({ code: 'PASSWORD_REFUSED' });
    }
    expect(await guess()).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
  });
});
