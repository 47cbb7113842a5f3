import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Change } from '@nianbao/core';
import { chinaMinute } from '@nianbao/core';
import type { TRPCClient } from '@trpc/client';
import { createTRPCClient, httpLink } from '@trpc/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AppRouter } from './router.ts';
import type { TestPerson, TestServer } from './testing/index.ts';
import { createTestServer, fillIn, move, refusalOf, soundReport, testPassword } from './testing/index.ts';
import type { ServerProcess } from './testing/server-process.ts';
import { startServerProcess } from './testing/server-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-two-'));
/** Only for its people and its database: nothing is asked of it. */
let seeded: TestServer;
const running: ServerProcess[] = [];

async function startOne(): Promise<ServerProcess> {
  const server = await startServerProcess({
    ...{ DATABASE_URL: seeded.url, NIANBAO_SECRET: 'a secret of two servers that share it', NIANBAO_DATA: folder },
  });
  if (!('origin' in server)) throw new Error(server.output);
  running.push(server);
  return server;
}

async function callerOf({ origin }: ServerProcess, person: TestPerson): Promise<TRPCClient<AppRouter>> {
  const answer = await fetch(`${origin}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ username: person, password: testPassword }),
  });
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
  return createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${origin}/api/trpc`, headers: { cookie: cookie.join('; ') } })],
  });
}

beforeAll(async () => {
  seeded = await createTestServer();
  await Promise.all([startOne(), startOne()]);
});
afterAll(async () => {
  for (const server of running) await server.end('SIGKILL');
  await seeded.close();
  rmSync(folder, { recursive: true, force: true });
});

const fact = (key: string, value: number): Change => ({ kind: 'fact', key, value });

test('two editors on two servers: different fields both go in, the same field is a conflict that loses neither', async () => {
  const [first, second] = running;
  if (first === undefined || second === undefined) throw new Error('not running');
  const [editor, colleague] = [await callerOf(first, 'editor'), await callerOf(second, 'colleague')];
  const { id } = await editor.reports.create.mutate({ agencyId: seeded.agencies.forestry.id, year: 2024 });
  const save = (caller: typeof editor, revision: number, change: Change) =>
    caller.reports.save.mutate({ id, revision, changes: [change] });
  for (let round = 1; round <= 10; round += 1) {
    const { revision } = await editor.reports.get.query({ id });
    await Promise.all([
      save(editor, revision, fact('t3.received.total', round)),
      save(colleague, revision, fact('t2.licences.decisions', round)),
    ]);
    const { report, revision: after } = await colleague.reports.get.query({ id });
    expect(report.facts).toEqual({ 't3.received.total': round, 't2.licences.decisions': round });
    expect(after).toBe(revision + 2);
  }
  const { revision } = await editor.reports.get.query({ id });
  const outcomes = await Promise.allSettled([
    save(editor, revision, fact('t3.granted.total', 1)),
    save(colleague, revision, fact('t3.granted.total', 2)),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const lost = outcomes.findIndex(({ status }) => status === 'rejected');
  const mine = fact('t3.granted.total', lost + 1);
  const refusal = await refusalOf(save(lost === 0 ? editor : colleague, revision, mine));
  expect(refusal.details.conflicts).toMatchObject([{ mine, theirs: fact('t3.granted.total', 2 - lost) }]);
});

test('a scheduled publication survives both servers being killed, and takes effect once', async () => {
  const [first] = running;
  if (first === undefined) throw new Error('not running');
  const [editor, reviewer] = [await callerOf(first, 'editor'), await callerOf(first, 'reviewer')];
  const { id } = await editor.reports.create.mutate({ agencyId: seeded.agencies.forestry.id, year: 2025 });
  await fillIn(editor, id, soundReport());
  // By the clock of these servers the report may be late: a notice, or something to be answered like any warning.
  const { findings } = await editor.reports.get.query({ id });
  for (const { rule, instance, severity } of findings) {
    if (severity === 'warning') await editor.reports.explain.mutate({ id, rule, instance, text: '已核对。' });
  }
  await move(editor, id, { move: 'submit' });
  await move(reviewer, id, { move: 'approve' });
  const { revision } = await reviewer.reports.get.query({ id });
  const at = chinaMinute(new Date(Date.now() + 60 * 60 * 1000).toISOString());
  await reviewer.reports.schedule.mutate({ id, revision, at });
  for (const server of running.splice(0)) await server.end('SIGKILL');

  // An hour passes.
  await seeded.database.execute('update scheduled_publication set at = now()');
  await seeded.database.execute("update jobs.job set start_after = now() where name = 'publish-scheduled'");
  const [again] = await Promise.all([startOne(), startOne()]);
  const reader = await callerOf(again, 'editor');
  while ((await reader.reports.get.query({ id })).state !== 'published') {
    await new Promise((settle) => setImmediate(settle));
  }
  const { publications, history, schedule } = await reader.reports.get.query({ id });
  expect(publications).toMatchObject([{ version: 1 }]);
  expect(history.filter(({ action }) => action === 'report.publish')).toMatchObject([{ by: 'reviewer' }]);
  expect(schedule).toBeNull();
});
