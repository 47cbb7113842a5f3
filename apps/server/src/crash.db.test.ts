import { chinaMinute, usualDeadlines } from '@nianbao/core';
import { listEvents, verifyAuditTrail } from '@nianbao/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from './testing/index.ts';
import { explainWarnings, fillIn, move, soundReport } from './testing/index.ts';
import type { ServerProcess } from './testing/server-process.ts';
import type { SeveralServers } from './testing/several-servers.ts';
import { callerAt, cookieFrom, severalServers } from './testing/several-servers.ts';

type Caller = ReturnType<typeof callerAt>;

let servers: SeveralServers;
beforeAll(async () => {
  servers = await severalServers();
});
afterAll(() => servers.close());

/** Somebody who counts upwards in one field, and what the server has told them is saved. */
interface Counting {
  readonly person: TestPerson;
  readonly reportId: string;
  readonly key: string;
  readonly acknowledged: number[];
  next: number;
}

/** Saves one number after the other until the server is gone. */
async function countOn(
  caller: Caller,
  counting: Counting,
  { isKilled, onSaved }: { readonly isKilled: () => boolean; readonly onSaved: () => void },
): Promise<void> {
  const { reportId: id, key, acknowledged } = counting;
  try {
    let { revision } = await caller.reports.get.query({ id });
    for (;;) {
      const value = counting.next;
      // Whether it was saved is not known until the answer is there: it is never sent again.
      counting.next += 1;
      const changes = [{ kind: 'fact', key, value } as const];
      ({ revision } = await caller.reports.save.mutate({ id, revision, changes }));
      acknowledged.push(value);
      onSaved();
    }
  } catch (error) {
    if (!isKilled()) throw error;
  }
}

const nextTurn = () => new Promise((settle) => setImmediate(settle));

/** Kills a server while everybody is saving there, after each has saved a dozen times. */
async function killAmong(server: ServerProcess, all: readonly Counting[], cookies: ReadonlyMap<TestPerson, string>) {
  const before = all.map(({ acknowledged }) => acknowledged.length);
  const { promise: enough, resolve } = Promise.withResolvers<void>();
  let killed = false;
  const stream = {
    isKilled: () => killed,
    onSaved() {
      if (all.every(({ acknowledged }, at) => acknowledged.length >= (before[at] ?? 0) + 12)) resolve();
    },
  };
  const streams = all.map((counting) =>
    countOn(callerAt(server, cookies.get(counting.person) ?? ''), counting, stream),
  );
  await Promise.race([enough, Promise.all(streams)]);
  killed = true;
  await servers.kill(server);
  await Promise.all(streams);
}

test('after kill -9 in a stream of saves every acknowledged one is there, none twice, and the trail is whole', async () => {
  const { seeded } = servers;
  const { forestry, education } = seeded.agencies;
  const [first, second] = await Promise.all([servers.start(), servers.start()]);
  const cookies = new Map<TestPerson, string>();
  for (const person of ['editor', 'colleague', 'otherEditor', 'reviewer'] as const) {
    cookies.set(person, await cookieFrom(first, person));
  }
  const callerOf = (server: ServerProcess, person: TestPerson) => callerAt(server, cookies.get(person) ?? '');
  const open = async (person: TestPerson, agencyId: string, year: number) =>
    (await callerOf(first, person).reports.create.mutate({ agencyId, year })).id;
  const shared = await open('editor', forestry.id, 2024);
  const other = await open('otherEditor', education.id, 2024);
  const all: Counting[] = [
    { person: 'editor', reportId: shared, key: 't3.received.total', acknowledged: [], next: 1 },
    { person: 'colleague', reportId: shared, key: 't2.licences.decisions', acknowledged: [], next: 1 },
    { person: 'otherEditor', reportId: other, key: 't3.granted.total', acknowledged: [], next: 1 },
  ];
  await killAmong(first, all, cookies);
  await killAmong(second, all, cookies);

  const again = await servers.start();
  for (const { person, reportId: id, key, acknowledged, next } of all) {
    const { report } = await callerOf(again, person).reports.get.query({ id });
    const now = Number(report.facts[key]);
    const newest = acknowledged.at(-1) ?? 0;
    expect(newest).toBeGreaterThanOrEqual(24);
    expect(now).toBeGreaterThanOrEqual(newest);
    expect(now).toBeLessThan(next);
    const events = await listEvents(seeded.database, id, 5000);
    const saved = events
      .flatMap(({ changes }) => changes)
      .filter(({ field }) => field === `fact:${key}`)
      .map(({ after }) => Number(after))
      .sort((one, another) => one - another);
    expect(new Set(saved).size).toBe(saved.length);
    expect(saved).toEqual(expect.arrayContaining(acknowledged));
    expect(saved.at(-1)).toBe(now);
  }
  expect(await verifyAuditTrail(seeded.database)).toMatchObject({ faults: [], faultsInAll: 0 });
});

test('jobs that were under way when the server was killed take effect once', async () => {
  const { database, agencies } = servers.seeded;
  const server = await servers.start();
  const signedIn = async (at: ServerProcess, person: TestPerson) => callerAt(at, await cookieFrom(at, person));
  const [editor, reviewer] = [await signedIn(server, 'otherEditor'), await signedIn(server, 'reviewer')];
  const { id } = await editor.reports.create.mutate({ agencyId: agencies.education.id, year: 2025 });
  await fillIn(editor, id, soundReport(2025, 'education'));
  await explainWarnings(editor, id);
  await move(editor, id, { move: 'submit' });
  await move(reviewer, id, { move: 'approve' });
  const { revision } = await reviewer.reports.get.query({ id });
  const at = chinaMinute(new Date(Date.now() + 60 * 60 * 1000).toISOString());
  await reviewer.reports.schedule.mutate({ id, revision, at });
  const settings = { year: 2025, deadlines: usualDeadlines(2025), note: null };
  const { id: campaignId } = await reviewer.campaigns.open.mutate({ agencyId: agencies.county.id, settings });
  const formats = ['json', 'html', 'xlsx'] as const;
  const { id: exportId } = await reviewer.exports.start.mutate({
    campaignId,
    formats: [...formats],
    which: 'approved',
  });
  // The hour passes, and the power goes as soon as somebody works on either.
  await database.execute('update scheduled_publication set at = now()');
  await database.execute("update jobs.job set start_after = now() where name = 'publish-scheduled'");
  const ours = "name in ('publish-scheduled', 'write-export')";
  const begun = `select 1 from jobs.job where ${ours} and state not in ('created', 'retry')`;
  while ((await database.execute(begun)).length === 0) await nextTurn();
  await servers.kill(server);

  // Whoever gives no sign of life has lost the job.
  await database.execute(`update jobs.job set state = 'retry', start_after = now() where ${ours} and state = 'active'`);
  const again = await servers.start();
  const later = await signedIn(again, 'reviewer');
  while ((await later.reports.get.query({ id })).state !== 'published') await nextTurn();
  while ((await later.exports.get.query({ campaignId, exportId })).state !== 'ready') await nextTurn();
  expect((await later.reports.get.query({ id })).publications).toMatchObject([{ version: 1 }]);
  expect(await later.exports.get.query({ campaignId, exportId })).toMatchObject({ total: 3, done: 3, failed: [] });
  const { notifications } = await later.notifications.list.query({});
  expect(notifications.map(({ kind }) => kind).sort()).toEqual(['export.ready', 'schedule.published']);
  const events = await listEvents(database, id, 100);
  expect(events.filter(({ action }) => action === 'report.publish')).toHaveLength(1);
  expect(await verifyAuditTrail(database)).toMatchObject({ faults: [] });
});
