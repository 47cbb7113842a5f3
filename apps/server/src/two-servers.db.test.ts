import type { Change } from '@nianbao/core';
import { chinaMinute } from '@nianbao/core';
import { schema } from '@nianbao/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson, TestServer } from './testing/index.ts';
import { explainWarnings, fillIn, move, refusalOf, soundReport, testPassword } from './testing/index.ts';
import type { ServerProcess } from './testing/server-process.ts';
import type { SeveralServers } from './testing/several-servers.ts';
import { callerAt, cookieFrom, severalServers, signInAt } from './testing/several-servers.ts';

let servers: SeveralServers;
let seeded: TestServer;
const running: ServerProcess[] = [];

async function startOne(): Promise<ServerProcess> {
  const server = await servers.start();
  running.push(server);
  return server;
}

const callerOf = async (server: ServerProcess, person: TestPerson) =>
  callerAt(server, await cookieFrom(server, person));

beforeAll(async () => {
  servers = await severalServers();
  ({ seeded } = servers);
  await Promise.all([startOne(), startOne()]);
});
afterAll(() => servers.close());

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

test('of two moves on two servers one wins and the other is refused; nothing is public but what was approved', async () => {
  const [first, second] = running;
  if (first === undefined || second === undefined) throw new Error('not running');
  const [editor, reviewer] = [await callerOf(first, 'otherEditor'), await callerOf(second, 'reviewer')];
  const { id } = await editor.reports.create.mutate({ agencyId: seeded.agencies.education.id, year: 2025 });
  const sound = soundReport(2025, 'education');
  await fillIn(editor, id, sound);
  const state = async () => (await reviewer.reports.get.query({ id })).state;
  for (let round = 1; (await state()) !== 'published'; round += 1) {
    await move(editor, id, { move: 'submit' });
    const { revision } = await reviewer.reports.get.query({ id });
    const decided = await Promise.allSettled([
      reviewer.reports.move.mutate({ id, revision, move: 'approve' }),
      editor.reports.move.mutate({ id, revision, move: 'withdraw' }),
    ]);
    const [approved] = decided.map(({ status }) => status === 'fulfilled');
    expect(decided.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await state()).toBe(approved ? 'approved' : 'draft');
    if (!approved) continue;
    const { revision: seen } = await reviewer.reports.get.query({ id });
    const change = fact('t2.licences.decisions', 5000 + round);
    // Whoever comes first: an edit voids the approval, a publication ends the editing.
    const raced = round === 1 ? [editor.reports.save.mutate({ id, revision: seen, changes: [change] })] : [];
    const outcomes = await Promise.allSettled([
      reviewer.reports.move.mutate({ id, revision: seen, move: 'publish' }),
      ...raced,
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const published = outcomes[0]?.status === 'fulfilled';
    const { report, publications } = await editor.reports.get.query({ id });
    expect(publications).toHaveLength(published ? 1 : 0);
    const licences = published ? sound.facts['t2.licences.decisions'] : 5000 + round;
    expect(report.facts['t2.licences.decisions']).toBe(licences);
    if (!published) await fillIn(editor, id, sound);
  }
  const events = await seeded.database.select().from(schema.auditEvent);
  expect(events.filter(({ reportId, action }) => reportId === id && action === 'report.publish')).toHaveLength(1);
});

test('a session that is ended at one server is over at the other', async () => {
  const [first, second] = running;
  if (first === undefined || second === undefined) throw new Error('not running');
  const lost = await cookieFrom(first, 'agencyHead');
  expect(await callerAt(second, lost).session.me.query()).toMatchObject({ user: { name: 'agencyHead' } });
  const own = await callerOf(second, 'agencyHead');
  await own.account.endOtherSessions.mutate({});
  for (const server of running) {
    const refused = callerAt(server, lost).reports.list.query({});
    expect(await refusalOf(refused)).toMatchObject({ code: 'NOT_SIGNED_IN' });
  }
});

test('attempts to sign in count over both servers together', async () => {
  const [first, second] = running;
  if (first === undefined || second === undefined) throw new Error('not running');
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const server = attempt % 2 === 0 ? first : second;
    statuses.push((await signInAt(server, 'nobody', 'not the password')).status);
  }
  expect(new Set(statuses)).toEqual(new Set([401]));
  for (const server of running) expect((await signInAt(server, 'nobody', testPassword)).status).toBe(429);
});

test('a scheduled publication survives both servers being killed, and takes effect once', async () => {
  const [first] = running;
  if (first === undefined) throw new Error('not running');
  const [editor, reviewer] = [await callerOf(first, 'editor'), await callerOf(first, 'reviewer')];
  const { id } = await editor.reports.create.mutate({ agencyId: seeded.agencies.forestry.id, year: 2025 });
  await fillIn(editor, id, soundReport());
  await explainWarnings(editor, id);
  await move(editor, id, { move: 'submit' });
  await move(reviewer, id, { move: 'approve' });
  const { revision } = await reviewer.reports.get.query({ id });
  const at = chinaMinute(new Date(Date.now() + 60 * 60 * 1000).toISOString());
  await reviewer.reports.schedule.mutate({ id, revision, at });
  for (const server of running.splice(0)) await servers.kill(server);

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
