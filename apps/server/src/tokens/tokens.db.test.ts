import { tokenScopes } from '@nianbao/core';
import { schema } from '@nianbao/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { limits } from '../limits/limits.ts';
import { openRateLimits } from '../limits/rate-limits.ts';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, refusalOf, testClient } from '../testing/index.ts';

let server: TestServer;
let administrator: Awaited<ReturnType<TestServer['as']>>;
let reportId: string;
beforeAll(async () => {
  server = await createTestServer();
  administrator = await server.as('administrator');
  const editor = await server.as('editor');
  ({ id: reportId } = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year: 2025 }));
});
afterAll(() => server.close());

type Scope = (typeof tokenScopes)[number];

async function token(scopes: readonly Scope[], agency: 'county' | 'forestry' = 'county', days = 30) {
  const agencyId = server.agencies[agency].id;
  const made = await administrator.tokens.create.mutate({ agencyId, name: '数据平台', scopes: [...scopes], days });
  return { ...made, agencyId, client: testClient(server, made.token) };
}

describe('a token', () => {
  test('allows what its scopes say, at its agency and below', async () => {
    const { client } = await token(['agency.read', 'report.read']);
    expect(await client.api.reports.get.query({ id: reportId })).toMatchObject({ revision: expect.any(Number) });
    expect((await client.api.agencies.list.query()).length).toBe(3);
    const { client: narrow } = await token(['agency.read']);
    expect(await refusalOf(narrow.api.reports.get.query({ id: reportId }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await narrow.api.reports.list.query({})).toEqual([]);
  });

  test('writes in the history under its own name and through its own door', async () => {
    const { client, id } = await token(['report.read', 'report.edit'], 'forestry');
    const { revision } = await client.api.reports.get.query({ id: reportId });
    const changes = [{ kind: 'fact', key: 't3.received.naturalPerson', value: 7 } as const];
    await client.api.reports.save.mutate({ id: reportId, revision, changes });
    const events = await server.database.query.auditEvent.findMany({
      where: (event, { and, eq }) => and(eq(event.reportId, reportId), eq(event.action, 'report.save')),
    });
    expect(events).toMatchObject([{ actorName: '数据平台', door: 'token' }]);
    const reading = await token(['report.read'], 'forestry');
    const refused = reading.client.api.reports.save.mutate({ id: reportId, revision: revision + 1, changes });
    expect(await refusalOf(refused)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await administrator.tokens.list.query()).toContainEqual(
      expect.objectContaining({ id, lastUsedAt: server.clock.toISOString() }),
    );
  });

  test('opens addresses that are no calls too', async () => {
    const { client } = await token(['report.read']);
    expect((await client.get(`/api/reports/${reportId}/document.json`)).status).toBe(200);
    const { client: narrow } = await token(['agency.read']);
    expect((await narrow.get(`/api/reports/${reportId}/document.json`)).status).toBe(404);
  });

  test('is kept as a hash, and listed without its secret', async () => {
    const { token: secret } = await token(['report.read']);
    const rows = JSON.stringify(await server.database.select().from(schema.apiToken));
    const events = JSON.stringify(await server.database.select().from(schema.auditEvent));
    const listed = JSON.stringify(await administrator.tokens.list.query());
    for (const text of [rows, events, listed]) expect(text).not.toContain(secret);
  });

  test('that is unknown, expired or revoked is refused, even for what everybody may', async () => {
    const revoked = await token(['report.read']);
    await administrator.tokens.revoke.mutate({ agencyId: revoked.agencyId, id: revoked.id });
    const again = administrator.tokens.revoke.mutate({ agencyId: revoked.agencyId, id: revoked.id });
    expect(await refusalOf(again)).toMatchObject({ code: 'NOT_FOUND' });
    const expired = await token(['report.read'], 'county', 1);
    const clock = server.clock;
    server.clock = new Date(new Date(expired.expiresAt).getTime() + 1);
    for (const client of [revoked.client, expired.client, testClient(server, 'nianbao_nothing')]) {
      expect(await refusalOf(client.api.session.me.query())).toMatchObject({ code: 'TOKEN_REFUSED', httpStatus: 401 });
    }
    server.clock = clock;
  });

  test('has no account of its own to change, and asks for nothing that no service may', async () => {
    const { client } = await token(tokenScopes);
    expect(await refusalOf(client.api.account.get.query())).toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await client.post('/two-factor/enable', { password: 'x' })).status).toBe(401);
    const agencyId = server.agencies.county.id;
    const wide = { agencyId, name: 'x', scopes: ['people.manage' as Scope], days: 1 };
    expect(await refusalOf(administrator.tokens.create.mutate(wide))).toMatchObject({ code: 'BAD_INPUT' });
    const long = { agencyId, name: 'x', scopes: ['report.read' as const], days: 400 };
    expect(await refusalOf(administrator.tokens.create.mutate(long))).toMatchObject({ code: 'BAD_INPUT' });
  });

  test('signs nobody in: its account has no password, and is no person in lists', async () => {
    await token(['report.read']);
    const { people } = await administrator.people.list.query({ search: '数据平台' });
    expect(people).toEqual([]);
  });

  test('waits when it asks too often, and keeps no other token waiting', async () => {
    const [busy, other] = [await token(['report.read']), await token(['report.read'])];
    const counts = openRateLimits(server.database);
    await Promise.all(Array.from({ length: limits.token.points }, () => counts.take('token', [busy.id])));
    const refused = await busy.client.get('/api/trpc/session.me');
    expect(refused.status).toBe(429);
    expect(await other.client.api.session.me.query()).toMatchObject({ user: { name: '数据平台' } });
  });
});
