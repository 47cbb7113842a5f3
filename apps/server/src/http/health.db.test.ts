import { sql } from '@nianbao/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, metricsToken, refusalOf } from '../testing/index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer({ statementSeconds: 1 });
});
afterAll(() => server.close());

const ready = async () => {
  const answer = await server.request('/readyz');
  return { status: answer.status, body: await answer.json() };
};

describe('whoever watches over the server', () => {
  test('learns that it can do its work', async () => {
    expect(await ready()).toEqual({
      status: 200,
      body: { status: 'ready', checks: { database: true, tables: true, jobs: true, serving: true } },
    });
  });

  test('learns that the tables are of another version, and that the process lives all the same', async () => {
    await server.database.execute(sql`update drizzle.__drizzle_migrations set created_at = created_at - 1`);
    expect(await ready()).toMatchObject({ status: 503, body: { checks: { database: true, tables: false } } });
    expect((await server.request('/healthz')).status).toBe(200);
    await server.database.execute(sql`update drizzle.__drizzle_migrations set created_at = created_at + 1`);
    expect(await ready()).toMatchObject({ status: 200 });
  });
});

describe('metrics', () => {
  const metrics = (headers: Record<string, string>) => server.request('/metrics', { headers });

  test('are there for whoever brings the token, and for nobody else', async () => {
    expect((await metrics({ authorization: `Bearer ${metricsToken}` })).status).toBe(200);
    for (const authorization of ['', 'Bearer', `Bearer ${metricsToken}x`, metricsToken]) {
      expect((await metrics({ authorization })).status).toBe(404);
    }
  });

  test('count requests by route and status, the jobs and the connections', async () => {
    const agency = server.agencies.forestry.id;
    await server.request(`/api/reports/${agency}/document.pdf`);
    await server.request('/api/trpc/session.me');
    await server.request('/api/trpc/made.up.name');
    const text = await (await metrics({ authorization: `Bearer ${metricsToken}` })).text();
    expect(text).toMatch(/nianbao_requests_total\{method="GET",route="\/api\/trpc\/session\.me",status="200"\} 1/);
    expect(text).toMatch(
      /nianbao_requests_total\{method="GET",route="\/api\/reports\/:report\/:file[^"]*",status="401"\} 1/,
    );
    expect(text).toContain('nianbao_request_seconds_bucket{le="0.005"');
    expect(text).toMatch(/nianbao_jobs_waiting\{kind="seal-audit"\} \d/);
    expect(text).toMatch(/^nianbao_jobs_parked 0$/m);
    expect(text).toMatch(/nianbao_database_connections\{state="active"\} [1-9]/);
    expect(text).not.toContain(agency);
    expect(text).not.toContain('made.up');
  });
});

test('a statement that takes too long is given up, and told as that', async () => {
  const editor = await server.as('editor');
  await server.database.transaction(async (transaction) => {
    await transaction.execute(sql`lock table report in access exclusive mode`);
    const refusal = await refusalOf(editor.reports.list.query({}));
    expect(refusal).toMatchObject({ code: 'TOO_SLOW', httpStatus: 503 });
  });
  await expect(editor.reports.list.query({})).resolves.toBeDefined();
});
