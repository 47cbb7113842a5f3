import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTRPCClient, httpLink } from '@trpc/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AppRouter } from './router.ts';
import type { ServerProcess } from './testing/server-process.ts';
import { startServerProcess } from './testing/server-process.ts';

let dataFolder: string;
const running: ServerProcess[] = [];

/** For what is about the process alone. */
const empty = { NIANBAO_DEMO: '0' };

beforeEach(() => {
  // Only root may enter it, as a home folder or a private checkout would be.
  dataFolder = mkdtempSync(join(tmpdir(), 'nianbao-data-'));
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.end('SIGTERM');
  rmSync(dataFolder, { recursive: true, force: true });
});

async function start(environment: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await startServerProcess({ NIANBAO_DATA: dataFolder, ...environment });
  if (!('origin' in server)) throw new Error(server.output);
  running.push(server);
  return server;
}

async function signIn({ origin }: ServerProcess) {
  const answer = await fetch(`${origin}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ username: 'linye', password: 'linye-demo-2025' }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return createTRPCClient<AppRouter>({ links: [httpLink({ url: `${origin}/api/trpc`, headers: { cookie } })] });
}

test('killed in a stream of saves, it comes back with every save that it had confirmed', async () => {
  const first = await start();
  const editor = await signIn(first);
  const [report] = await editor.reports.list.query({ year: 2025 });
  if (report === undefined) throw new Error('no report to fill in');
  const { id } = report;
  let confirmed = { revision: report.revision, value: 0 };
  const saving = (async () => {
    for (let value = 1; ; value += 1) {
      const changes = [{ kind: 'fact', key: 't3.received.naturalPerson', value } as const];
      const { revision } = await editor.reports.save.mutate({ id, revision: confirmed.revision, changes });
      confirmed = { revision, value };
    }
  })().catch((error: unknown) => error);
  while (confirmed.value < 25) await new Promise((settle) => setImmediate(settle));
  await first.end('SIGKILL');
  await saving;
  running.splice(0);

  const second = await start();
  const again = await signIn(second);
  const { report: content, revision } = await again.reports.get.query({ id });
  // One more may have been written without its answer having arrived, never one less and never one twice.
  const lost = Number(content.facts['t3.received.naturalPerson']) - confirmed.value;
  expect([0, 1]).toContain(lost);
  expect(revision - confirmed.revision).toBe(lost);
  expect(second.output()).not.toContain('演示数据');
});

test('a second server on the same data folder is refused, and says what to do', async () => {
  const first = await start(empty);
  const second = await startServerProcess({ NIANBAO_DATA: dataFolder, ...empty });
  expect(second).toMatchObject({ code: 1, output: expect.stringMatching(/正被另一个 nianbao.*NIANBAO_DATA/s) });
  expect(await (await fetch(`${first.origin}/healthz`)).json()).toEqual({ status: 'ok' });
});

test('it keeps its secrets from others, stops cleanly when asked, with its database, and can be started again', async () => {
  const first = await start(empty);
  expect(statSync(join(dataFolder, 'settings.json')).mode & 0o777).toBe(0o600);
  expect(await first.end('SIGTERM')).toBe(0);
  running.splice(0);
  const second = await start(empty);
  expect(await second.end('SIGINT')).toBe(0);
  running.splice(0);
});

test('asked to stop while it is starting, it leaves nothing running and nothing in the way', async () => {
  const early = startServerProcess({ NIANBAO_DATA: dataFolder, ...empty }, { stopOn: '检查数据表' });
  expect(await early).toMatchObject({ code: 1 });
  const again = await start(empty);
  expect(await (await fetch(`${again.origin}/healthz`)).json()).toEqual({ status: 'ok' });
});

test('a port that is asked for and in use is an error that names it', async () => {
  const holder = createServer();
  const port = await new Promise<number>((settle) => {
    holder.listen(0, '127.0.0.1', () => {
      const address = holder.address();
      settle(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const refused = await startServerProcess({ NIANBAO_DATA: dataFolder, PORT: String(port) });
  holder.close();
  expect(refused).toMatchObject({ code: 1, output: expect.stringContaining(`端口 ${port} 已被占用`) });
});

test('wrong settings stop it before anything is started', async () => {
  const refused = await startServerProcess({ NIANBAO_DATA: dataFolder, NIANBAO_DEMO: 'maybe' });
  expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('NIANBAO_DEMO') });
});
