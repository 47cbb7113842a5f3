import { afterEach, beforeEach, expect, test } from 'vitest';
import { workJobs } from '../jobs/work-jobs.ts';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, fillIn, move, refusalOf, soundReport } from '../testing/index.ts';

/** A minute after the clock of the test server and, for the queue, long past: jobs sent for it are due at once. */
const at = '2026-01-31T09:00';

let server: TestServer;
let editor: Awaited<ReturnType<TestServer['as']>>;
let reviewer: typeof editor;
let id: string;

beforeEach(async () => {
  server = await createTestServer();
  editor = await server.as('editor');
  reviewer = await server.as('reviewer');
  id = await approved(2025);
});
afterEach(() => server.close());

async function approved(year: 2024 | 2025): Promise<string> {
  const report = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year });
  await fillIn(editor, report.id, soundReport(year));
  await move(editor, report.id, { move: 'submit' });
  await move(reviewer, report.id, { move: 'approve' });
  return report.id;
}

async function schedule(report = id, minute = at) {
  const { revision } = await reviewer.reports.get.query({ id: report });
  return reviewer.reports.schedule.mutate({ id: report, revision, at: minute });
}

/** Does the jobs that are due, until something is true. */
async function workUntil(isDone: () => Promise<boolean>): Promise<void> {
  const jobs = await workJobs(server.jobParts, 0.5);
  while (!(await isDone())) await new Promise((settle) => setImmediate(settle));
  await jobs.stop();
}

const feed = async () => (await reviewer.notifications.list.query({})).notifications;
const told = async () => (await feed()).some(({ kind }) => kind.startsWith('schedule.'));

test('at the minute it is public, once, as of that minute and by whoever decided it, who is told', async () => {
  expect(await schedule()).toEqual({ at });
  expect(await editor.reports.get.query({ id })).toMatchObject({
    ...{ state: 'approved', schedule: { at, by: 'reviewer' } },
  });
  await workUntil(told);
  const { state, publications, report, schedule: left, history } = await editor.reports.get.query({ id });
  expect({ state, left, publishedOn: report.publishedOn }).toEqual({
    ...{ state: 'published', left: null, publishedOn: '2026-01-31' },
  });
  expect(publications).toMatchObject([{ version: 1, publishedAt: '2026-01-31T01:00:00.000Z' }]);
  expect(history[0]).toMatchObject({ action: 'report.publish', by: 'reviewer' });
  expect(await feed()).toMatchObject([{ kind: 'schedule.published', link: `/admin/reports/${id}` }]);
});

test('what was edited since is not published even where it is approved again, and the reason is told', async () => {
  await schedule();
  await fillIn(editor, id, { ...soundReport(), title: '另一个标题' });
  await move(editor, id, { move: 'submit' });
  await move(reviewer, id, { move: 'approve' });
  await workUntil(told);
  expect(await editor.reports.get.query({ id })).toMatchObject({
    ...{ state: 'approved', schedule: null, publications: [] },
  });
  expect(await feed()).toMatchObject([
    { kind: 'schedule.refused', zh: expect.stringMatching(/没有按安排发布.*重新安排/) },
  ]);
});

test('what is no longer approved is not published', async () => {
  await schedule();
  await move(reviewer, id, { move: 'return', reason: '请补充。' });
  await workUntil(told);
  expect(await editor.reports.get.query({ id })).toMatchObject({ state: 'returned', publications: [] });
  expect(await feed()).toMatchObject([{ kind: 'schedule.refused', zh: expect.stringContaining('退回') }]);
});

test('what was cancelled is not published, and a later decision takes the place of an earlier one', async () => {
  await schedule();
  expect(await reviewer.reports.cancelSchedule.mutate({ id })).toEqual({ cancelled: true });
  expect(await reviewer.reports.cancelSchedule.mutate({ id })).toEqual({ cancelled: false });
  const other = await approved(2024);
  await schedule(other, '2026-01-30T09:00');
  await schedule(other, '2026-02-02T10:30');
  await workUntil(told);
  const { publications } = await editor.reports.get.query({ id: other });
  expect(publications).toMatchObject([{ publishedAt: '2026-02-02T02:30:00.000Z' }]);
  expect(await editor.reports.get.query({ id })).toMatchObject({ state: 'approved', publications: [] });
});

test('whoever is disabled by then publishes nothing', async () => {
  await schedule();
  const personId = (await reviewer.session.me.query())?.user.id ?? '';
  await (await server.as('administrator')).people.setDisabled.mutate({ personId, disabled: true });
  await workUntil(async () => (await editor.reports.get.query({ id })).schedule === null);
  expect(await editor.reports.get.query({ id })).toMatchObject({ state: 'approved', publications: [] });
});

test('publishing by hand leaves nothing to be done later', async () => {
  await schedule();
  await move(reviewer, id, { move: 'publish' });
  expect(await editor.reports.get.query({ id })).toMatchObject({ state: 'published', schedule: null });
});

test.each([
  ['a minute that is past', '2026-01-20T09:59'],
  ['a minute years ahead', '2028-01-31T09:00'],
  ['a day that there is not', '2026-02-30T09:00'],
  ['no minute', '明天'],
])('%s is refused', async (_title, minute) => {
  expect(await refusalOf(schedule(id, minute))).toMatchObject({ code: 'BAD_INPUT' });
});

test('what cannot be published cannot be scheduled, and an editor schedules nothing', async () => {
  await move(reviewer, id, { move: 'unapprove', reason: '请再核对。' });
  expect(await refusalOf(schedule())).toMatchObject({
    ...{ code: 'MOVE_REFUSED', details: { refusals: [{ code: 'wrong-state' }] } },
  });
  expect(await refusalOf(editor.reports.schedule.mutate({ id, revision: 1, at }))).toMatchObject({
    code: 'NOT_ALLOWED',
  });
});
