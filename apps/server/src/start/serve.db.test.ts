import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import { countJobs } from '@nianbao/database';
import type { TestDatabase } from '@nianbao/database/testing';
import { createTestDatabase } from '@nianbao/database/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ServerProcess } from '../testing/server-process.ts';
import { startServerProcess } from '../testing/server-process.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const settings = () => ({ DATABASE_URL: database.url, NIANBAO_SECRET: 'a secret of forty characters, drawn once' });

async function start(environment: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const started = await startServerProcess({ ...settings(), ...environment });
  if (!('origin' in started)) throw new Error(started.output);
  return started;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

test('a server that is to stop says that it is not ready, serves on, and ends at once when told again', async () => {
  const server = await start({ NIANBAO_DRAIN_SECONDS: '300' });
  expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
  const ended = server.end('SIGTERM');
  while ((await fetch(`${server.origin}/readyz`)).status === 200) await new Promise((turn) => setImmediate(turn));
  expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
  await server.end('SIGTERM');
  expect(await ended).toBe(1);
});

test('of two servers on one database one stops and the other serves on; the metrics are for this machine', async () => {
  const [one, two] = await Promise.all([start({}), start({})]);
  const metrics = (headers: Record<string, string>) => fetch(`${two.origin}/metrics`, { headers });
  expect(await (await metrics({})).text()).toContain('process_resident_memory_bytes');
  expect((await metrics({ 'x-forwarded-for': '203.0.113.9' })).status).toBe(404);
  expect(await one.end('SIGTERM')).toBe(0);
  expect((await fetch(`${two.origin}/readyz`)).status).toBe(200);
  expect(await two.end('SIGTERM')).toBe(0);
});

test('a server that is not to change the tables starts on current ones, and refuses others', async () => {
  const server = await start({ NIANBAO_MIGRATE: '0', BASE_URL: 'http://nianbao.example' });
  // With a public address, a proxy on this machine may ask for anybody.
  expect((await fetch(`${server.origin}/metrics`)).status).toBe(404);
  await server.end('SIGTERM');
  const other = await createTestDatabase();
  await other.database.execute(
    'delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)',
  );
  const refused = await startServerProcess({ ...settings(), DATABASE_URL: other.url, NIANBAO_MIGRATE: '0' });
  expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('run nianbao migrate first') });
  await other.close();
});

test('a server that does no jobs leaves them to another', async () => {
  const own = await createTestDatabase();
  const environment = { DATABASE_URL: own.url, NIANBAO_DEMO: '1' };
  const waiting = async () => (await countJobs(own.database))?.waiting ?? 0;
  const idle = await start({ ...environment, NIANBAO_JOBS: '0' });
  expect((await fetch(`${idle.origin}/readyz`)).status).toBe(200);
  const sent = await waiting();
  expect(sent).toBeGreaterThan(0);
  // A server that is to stop ends the jobs that it has begun.
  await idle.end('SIGTERM');
  expect(await waiting()).toBe(sent);
  const working = await start(environment);
  await vi.waitFor(async () => expect(await waiting()).toBeLessThan(sent), { timeout: 30_000, interval: 100 });
  await working.end('SIGTERM');
  await own.close();
});

test('traces reach a receiver of OpenTelemetry, with routes and without addresses', async () => {
  const received: unknown[] = [];
  const receiver = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      received.push(request.url, body);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  const port = await new Promise<number>((settle) => {
    receiver.listen(0, '127.0.0.1', () => {
      const address = receiver.address();
      settle(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const server = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` });
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  await fetch(`${server.origin}/api/trpc/session.me?secret=wangmazi`, { headers: { traceparent } });
  expect(await server.end('SIGTERM')).toBe(0);
  receiver.close();
  const text = JSON.stringify(received);
  expect(received[0]).toBe('/v1/traces');
  expect(text).toContain('GET /api/trpc/session.me');
  expect(text).toContain('0af7651916cd43dd8448eb211c80319c');
  expect(text).toContain('"http.response.status_code"');
  expect(text).not.toContain('wangmazi');
});
