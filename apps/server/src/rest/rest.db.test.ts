import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { appRouter } from '../router.ts';
import { correctReport, fileReport } from '../testing/filed-reports.ts';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, faultsOf, testClient, undocumented } from '../testing/index.ts';
import { apiSchemas } from './api-schemas.ts';
import { restRoutes } from './rest-routes.ts';

let server: TestServer;
let published: string;

const refused = z.object({ error: z.looseObject({ code: z.string(), httpStatus: z.int(), requestId: z.string() }) });

beforeAll(async () => {
  server = await createTestServer();
  const { forestry } = server.agencies;
  const facts = { 't3.received.total': 4 };
  const id = await fileReport(server.database, forestry, { year: 2024, facts, state: 'published' });
  await correctReport(server.database, id, { 't3.received.total': 5 });
  published = `/api/v1/published/${forestry.id}/2024`;
});
afterAll(() => server.close());

describe('the table of routes', () => {
  const { procedures, schemas } = apiSchemas();

  test('has a row for every procedure and for nothing else', () => {
    expect(Object.keys(restRoutes).sort()).toEqual(Object.keys(appRouter._def.procedures).sort());
    const places = Object.values(restRoutes).map(
      ({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`,
    );
    expect(new Set(places).size).toBe(places.length);
  });

  test('reads with GET and changes with anything else', () => {
    for (const { name, type } of procedures) {
      expect([name, restRoutes[name]?.method === 'GET']).toEqual([name, type === 'query']);
    }
  });

  test.each(procedures)('names in the path of $name are members of its input', ({ name, input }) => {
    const { path, form } = restRoutes[name] ?? { path: '' };
    const members = Object.keys((input === null ? null : schemas[input])?.properties ?? {});
    for (const [, member] of path.matchAll(/\{(\w+)\}/g)) {
      if (form === undefined) expect(members).toContain(member);
    }
  });
});

const address = (path: string) => `/api/v1${path.replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000')}`;
const open = ['session.', 'published.', 'account.requestReset', 'account.readLink', 'account.setPassword'];

describe('somebody who is not signed in', () => {
  const closed = Object.entries(restRoutes).filter(([name]) => !open.some((start) => name.startsWith(start)));

  test.each(closed)('is refused %s', async (_, { method, path, form }) => {
    const body = method === 'GET' || method === 'DELETE' ? null : form === undefined ? '{}' : new FormData();
    const answer = await server.request(address(path), { method, body });
    const { error } = refused.parse(await answer.json());
    expect([answer.status, error.httpStatus, error.code]).toEqual([401, 401, 'NOT_SIGNED_IN']);
    expect(faultsOf('ErrorBody', error)).toEqual([]);
    expect(error.requestId).toBe(answer.headers.get('x-request-id'));
  });
});

describe('work through REST', () => {
  const send = (method: string, path: string, body: object) =>
    server.requestAs('editor', `/api/v1${path}`, { method, body: JSON.stringify(body) });
  const opened = z.object({ id: z.uuid() });
  const written = z.object({ revision: z.int() });

  test('opens a report, saves, meets a conflict, and reads what there is', async () => {
    const { id: agencyId } = server.agencies.forestry;
    const { id } = opened.parse(await (await send('POST', '/reports', { agencyId, year: 2026 })).json());
    const change = (value: number) => [{ kind: 'fact', key: 't3.received.total', value }];
    const first = await send('POST', `/reports/${id}/changes`, { revision: 1, changes: change(3) });
    expect(written.parse(await first.json())).toMatchObject({ revision: 2 });
    const late = await send('POST', `/reports/${id}/changes`, { revision: 1, changes: change(4) });
    const { error } = refused.parse(await late.json());
    expect([late.status, error.code, error.details]).toMatchObject([409, 'CONFLICT', { revision: 2 }]);
    expect(faultsOf('ErrorBody', error)).toEqual([]);
    const answer = await server.requestAs('editor', `/api/v1/reports/${id}`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const report: unknown = await answer.json();
    expect(undocumented('reports.get', report)).toEqual([]);
    expect(report).toEqual(await (await server.as('editor')).reports.get.query({ id }));
    const compared = await server.requestAs('editor', `/api/v1/reports/${id}/comparison?from=draft&to=draft`);
    expect(undocumented('reports.compare', await compared.json())).toEqual([]);
  });

  test('takes a file', async () => {
    const [{ id }] = z.tuple([opened], opened).parse(await (await server.as('editor')).reports.list.query({}));
    const form = new FormData();
    form.set('file', new File(['云溪县林业局2026年政府信息公开工作年度报告'], 'report.txt'));
    const answer = await server.requestAs('editor', `/api/v1/reports/${id}/imports`, { method: 'POST', body: form });
    expect(answer.status).toBe(200);
    expect(undocumented('imports.read', await answer.json())).toEqual([]);
  });

  test('says where a request is wrong', async () => {
    const query = await server.requestAs('editor', '/api/v1/reports?year=soon');
    const { error } = refused.parse(await query.json());
    expect([query.status, error.code, error.details]).toMatchObject([
      400,
      'BAD_INPUT',
      { issues: [{ path: ['year'] }] },
    ]);
    const broken = await server.requestAs('editor', '/api/v1/reports', { method: 'POST', body: '{' });
    expect(broken.status).toBe(400);
  });

  test('is not for a page of another site', async () => {
    const headers = { origin: 'https://elsewhere.example' };
    const answer = await server.requestAs('editor', '/api/v1/reports', { method: 'POST', headers, body: '{}' });
    expect(refused.parse(await answer.json()).error.code).toBe('FOREIGN_ORIGIN');
  });

  test('is for another system with a token, as far as the token goes', async () => {
    const administrator = await server.as('administrator');
    const { id: agencyId } = server.agencies.forestry;
    const { token } = await administrator.tokens.create.mutate({
      ...{ agencyId, name: '平台', scopes: ['report.read'], days: 1 },
    });
    const client = testClient(server, token);
    expect((await client.get('/api/v1/reports?year=2026')).status).toBe(200);
    expect((await client.get('/api/v1/people')).status).not.toBe(500);
    expect((await testClient(server, 'no token').get('/api/v1/reports')).status).toBe(401);
  });
});

describe('what is public', () => {
  test.each(['', '/comparison?from=1&to=2'])('is answered under an entity tag: %s', async (path) => {
    const answer = await server.request(published + path);
    const tag = answer.headers.get('etag') ?? '';
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, no-cache']);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
      const again = await server.request(published + path, { headers: { 'if-none-match': known } });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    }
    const other = await server.request(published + path, { headers: { 'if-none-match': '"other"' } });
    expect(other.status).toBe(200);
  });

  test('is as documented', async () => {
    const ask = async (path: string): Promise<unknown> => (await server.request(path)).json();
    expect(undocumented('published.get', await ask(published))).toEqual([]);
    expect(await ask(`${published}?version=1`)).toMatchObject({
      version: 1,
      versions: [{ version: 1 }, { version: 2 }],
    });
    expect(undocumented('published.list', await ask('/api/v1/published?year=2024'))).toEqual([]);
    expect(undocumented('published.search', await ask('/api/v1/published/search?query=林业局&kinds=agency'))).toEqual(
      [],
    );
    expect(undocumented('published.compare', await ask(`${published}/comparison?from=1&to=2`))).toEqual([]);
  });

  test('has another tag once it is corrected', async () => {
    const { education } = server.agencies;
    const id = await fileReport(server.database, education, { year: 2023, state: 'published' });
    const path = `/api/v1/published/${education.id}/2023`;
    const before = (await server.request(path)).headers.get('etag') ?? '';
    await correctReport(server.database, id, { 't3.received.total': 7 });
    const after = await server.request(path, { headers: { 'if-none-match': before } });
    expect(after.status).toBe(200);
    expect(await after.json()).toMatchObject({ version: 2, report: { facts: { 't3.received.total': 7 } } });
  });

  test('includes the document that describes all of it', async () => {
    const answer = await server.request('/api/v1/openapi.json');
    expect(await answer.json()).toMatchObject({ openapi: '3.1.0', webhooks: { 'report.published': {} } });
    const known = { 'if-none-match': answer.headers.get('etag') ?? '' };
    expect((await server.request('/api/v1/openapi.json', { headers: known })).status).toBe(304);
  });
});
