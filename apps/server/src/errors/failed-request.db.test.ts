import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, faultsOf } from '../testing/index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const body = z.looseObject({ code: z.string(), requestId: z.string() });
const byCall = z.object({ error: z.object({ data: body }) }).transform(({ error }) => error.data);
const byAddress = z.object({ error: body }).transform(({ error }) => error);
const told = z.union([byCall, z.array(byCall).transform(([first]) => first), byAddress]);

const authorization = 'Bearer nianbao_nothing';
const refused = { headers: { authorization } };
const json = { 'content-type': 'application/json' };
const anything = '00000000-0000-4000-8000-000000000000';

const requests: readonly (readonly [string, string, RequestInit, string])[] = [
  ['a refused token in a call', '/api/trpc/session.me', refused, 'TOKEN_REFUSED'],
  ['a refused token in several calls', '/api/trpc/session.me,agencies.list?batch=1', refused, 'TOKEN_REFUSED'],
  [
    'a refused token in a call that changes something',
    '/api/trpc/reports.create',
    { method: 'POST', headers: { authorization, ...json }, body: '{}' },
    'TOKEN_REFUSED',
  ],
  ['a refused token over REST', '/api/v1/reports', refused, 'TOKEN_REFUSED'],
  ['a refused token for a file', `/api/reports/${anything}/document.json`, refused, 'TOKEN_REFUSED'],
  [
    'a call of a kind that none is',
    '/api/trpc/reports.create',
    { method: 'POST', headers: { 'content-type': 'text/html' }, body: '<p>' },
    'BAD_INPUT',
  ],
  ['a call that there is not', '/api/trpc/nothing.here', {}, 'NOT_FOUND'],
  ['an address that there is not', '/api/nothing', {}, 'NOT_FOUND'],
  [
    'a page of another site',
    '/api/trpc/reports.create',
    { method: 'POST', headers: { origin: 'https://elsewhere.example', ...json }, body: '{}' },
    'FOREIGN_ORIGIN',
  ],
];

describe('what is wrong before anything is done names its request', () => {
  test.each(requests)('%s', async (_, path, init, code) => {
    const answer = await server.request(path, init);
    const error = told.parse(await answer.json());
    expect(error).toMatchObject({ code, httpStatus: answer.status });
    expect(error?.requestId).not.toBe('');
    expect(error?.requestId).toBe(answer.headers.get('x-request-id'));
    expect(faultsOf('ErrorBody', error)).toEqual([]);
  });

  test('by the id that a proxy gave it', async () => {
    const headers = { ...refused.headers, 'x-request-id': 'from-the-proxy-1' };
    const answer = await server.request('/api/trpc/session.me', { headers });
    expect(told.parse(await answer.json())).toMatchObject({ requestId: 'from-the-proxy-1' });
  });
});
