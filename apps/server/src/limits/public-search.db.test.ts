import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, refusalOf } from '../testing/index.ts';
import { limits } from './limits.ts';
import { openRateLimits } from './rate-limits.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
  const counts = openRateLimits(server.database);
  const address = '198.51.100.5';
  await Promise.all(Array.from({ length: limits.publicSearch.points }, () => counts.take('publicSearch', [address])));
});
afterAll(() => server.close());

const ask = (path: string, address: string) => server.request(path, { headers: { 'x-test-client': address } });
const call = (input: object) => `/api/trpc/published.list?input=${encodeURIComponent(JSON.stringify(input))}`;

describe('searching too often', () => {
  test.each([
    [call({ search: '林业' })],
    ['/?search=%E6%9E%97%E4%B8%9A'],
    ['/api/v1/published/search?query=%E6%9E%97%E4%B8%9A'],
    ['/api/v1/published?search=%E6%9E%97%E4%B8%9A'],
  ])('%s: has to wait, at that address', async (path) => {
    const refused = await ask(path, '198.51.100.5');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(path, '203.0.113.5')).status).toBe(200);
  });

  test.each([[call({ page: 1 })], ['/']])('%s: reading is never limited', async (path) => {
    expect((await ask(path, '198.51.100.5')).status).toBe(200);
  });

  test('whoever is signed in is counted by account, not with everybody at their office', async () => {
    const [editor, reviewer] = [await server.as('editor'), await server.as('reviewer')];
    const { user } = (await editor.session.me.query()) ?? {};
    const counts = openRateLimits(server.database);
    await Promise.all(
      Array.from({ length: limits.publicSearch.points }, () => counts.take('publicSearch', [user?.id ?? ''])),
    );
    const search = { search: '林业' };
    expect(await refusalOf(editor.published.list.query(search))).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    expect(await reviewer.published.list.query(search)).toMatchObject({ total: 0 });
  });
});
