import { usualDeadlines } from '@nianbao/core';
import { insertAgency } from '@nianbao/database';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { jobKinds } from '../jobs/job-kinds.ts';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, fillIn, move, refusalOf, soundReport } from '../testing/index.ts';

type Caller = Awaited<ReturnType<TestServer['as']>>;

const year = 2025;
const settings = { year, deadlines: usualDeadlines(year), note: '请各单位按时报送。' };

let server: TestServer;
let reviewer: Caller;
let editor: Caller;
let campaignId: string;

beforeAll(async () => {
  server = await createTestServer({ works: true });
  server.clock = new Date('2026-01-05T02:00:00.000Z');
  reviewer = await server.as('reviewer');
  editor = await server.as('editor');
  const { county, forestry } = server.agencies;
  for (const [name, kind] of [
    ['云溪县税务局', 'verticalBody'],
    ['云溪县林业局办公室', 'internalBody'],
  ] as const) {
    await insertAgency(server.database, { name, kind, parentId: name.includes('税') ? county.id : forestry.id });
  }
});
afterAll(() => server.close());

const get = () => reviewer.campaigns.get.query({ campaignId });

describe('a campaign', () => {
  test('lists who reports by law, and not who reports upwards or through another', async () => {
    const opened = await reviewer.campaigns.open.mutate({ agencyId: server.agencies.county.id, settings });
    campaignId = opened.id;
    expect(opened).toMatchObject({ due: 3, notDue: 2 });
    const { list, nodes } = await get();
    expect(
      list
        .filter(({ due }) => due)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['云溪县人民政府', '云溪县教育局', '云溪县林业局'].sort());
    expect(nodes.find(({ parentId }) => parentId === null)?.completeness).toMatchObject({ due: 3 });
  });

  test('is opened once for a year, with dates that the law allows', async () => {
    const again = reviewer.campaigns.open.mutate({ agencyId: server.agencies.county.id, settings });
    expect(await refusalOf(again)).toMatchObject({ code: 'CAMPAIGN_EXISTS', httpStatus: 409 });
    const deadlines = { ...settings.deadlines, departments: { submitBy: '2026-02-01', publishBy: '2026-02-10' } };
    const late = reviewer.campaigns.open.mutate({
      ...{ agencyId: server.agencies.forestry.id, settings: { ...settings, deadlines } },
    });
    const { code, details } = await refusalOf(late);
    expect(code).toBe('BAD_INPUT');
    expect(details.issues?.[0]?.message).toContain('2026-01-31');
  });

  test('shows what is done, in time or late, at every node, with the names of the missing', async () => {
    const { id } = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year });
    await fillIn(editor, id, soundReport(year));
    server.clock = new Date('2026-01-21T15:59:00.000Z');
    await move(editor, id, { move: 'submit' });
    await move(reviewer, id, { move: 'return', reason: '请补充。' });
    server.clock = new Date('2026-02-03T02:00:00.000Z');
    await move(editor, id, { move: 'submit' });
    await move(reviewer, id, { move: 'approve' });
    await move(reviewer, id, { move: 'publish' });
    const { nodes } = await get();
    const [top] = nodes;
    expect(top?.completeness).toMatchObject({
      progress: { published: 1, notStarted: 2 },
      submission: { onTime: 1, late: 0, open: 1, overdue: 1 },
      publication: { onTime: 0, late: 1, open: 1, overdue: 1 },
    });
    expect(top?.completeness.missing.map(({ name }) => name).sort()).toEqual(['云溪县人民政府', '云溪县教育局']);
  });

  test('an extension moves the date of one agency, with a reason that stays, and shows on its report', async () => {
    const other = await server.as('otherEditor');
    const { id } = await other.reports.create.mutate({ agencyId: server.agencies.education.id, year });
    expect(await other.reports.get.query({ id })).toMatchObject({ due: '2026-01-31', overdue: true });
    const agencyId = server.agencies.education.id;
    const late = reviewer.campaigns.extend.mutate({ campaignId, agencyId, until: '2026-02-01', reason: '机构改革' });
    expect(await refusalOf(late)).toMatchObject({ code: 'EXTENSION_IN_PAST' });
    await reviewer.campaigns.extend.mutate({ campaignId, agencyId, until: '2026-02-20', reason: '机构改革' });
    expect(await other.reports.get.query({ id })).toMatchObject({
      due: '2026-02-20',
      overdue: false,
      statutory: '2026-01-31',
    });
    const [listed] = (await get()).list.filter((one) => one.agencyId === agencyId);
    expect(listed).toMatchObject({ extendedTo: '2026-02-20', extensionReason: '机构改革', publication: 'open' });
  });

  test('who is due can be said by hand, and then holds', async () => {
    const tax = (await get()).list.find(({ name }) => name === '云溪县税务局');
    if (tax === undefined) throw new Error('not listed');
    await reviewer.campaigns.setDue.mutate({ campaignId, agencyId: tax.agencyId, due: true, reason: '地方要求' });
    expect((await get()).nodes[0]?.completeness.due).toBe(4);
    const elsewhere = reviewer.campaigns.setDue.mutate({
      ...{ campaignId, agencyId: server.agencies.neighbour.id, due: true, reason: '误选' },
    });
    expect(await refusalOf(elsewhere)).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('an agency founded since is named until somebody says whether it is due', async () => {
    const { county } = server.agencies;
    const row = await insertAgency(server.database, { name: '云溪县数据局', kind: 'department', parentId: county.id });
    expect((await get()).unlisted.map(({ name }) => name)).toEqual(['云溪县数据局']);
    await reviewer.campaigns.setDue.mutate({ campaignId, agencyId: row.id, due: true, reason: '新设机构' });
    expect(await get()).toMatchObject({ unlisted: [] });
    expect((await get()).nodes[0]?.completeness.due).toBe(5);
  });

  test('the body that comes out of a merger is on the list at once, those that went into it are on none', async () => {
    const agencies = (await server.as('administrator')).agencies;
    const parentId = server.agencies.county.id;
    const [culture, tourism, both] = await Promise.all(
      ['云溪县文化局', '云溪县旅游局', '云溪县文化和旅游局'].map(
        async (name) => (await agencies.create.mutate({ parentId, name, kind: 'department' })).id,
      ),
    );
    if (!(culture && tourism && both)) throw new Error('three are created');
    await reviewer.campaigns.setDue.mutate({ campaignId, agencyId: culture, due: true, reason: '新设机构' });
    const before = await get();
    const merger = { agencyId: both, year, from: [culture, tourism] };
    const { successionId } = await agencies.merge.mutate(merger);
    const after = await get();
    const names = after.list.map(({ name }) => name);
    expect(names).toContain('云溪县文化和旅游局');
    expect(names).not.toContain('云溪县文化局');
    expect(after.unlisted).toEqual([]);
    expect(after.nodes[0]?.completeness.due).toBe(before.nodes[0]?.completeness.due);
    await agencies.undoSuccession.mutate({ agencyId: both, successionId });
    expect((await get()).list.map(({ name }) => name)).toContain('云溪县文化局');
    await agencies.merge.mutate(merger);
    expect((await get()).list.filter(({ name }) => name === '云溪县文化和旅游局')).toHaveLength(1);
  });

  test('two people who change the dates do not overwrite each other', async () => {
    const { revision } = await get();
    await reviewer.campaigns.change.mutate({ campaignId, revision, note: '一' });
    const second = reviewer.campaigns.change.mutate({ campaignId, revision, note: '二' });
    expect(await refusalOf(second)).toMatchObject({ code: 'STALE_REVISION', details: { revision: revision + 1 } });
    expect(await get()).toMatchObject({ note: '一' });
  });
});

describe('reminders', () => {
  const until = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 50 });

  /** Looks whom to remind, and waits until it was looked. */
  async function look(): Promise<void> {
    await server.jobs.send(server.database, { kind: jobKinds.remind, data: {} });
    await until(async () => {
      const [row] = await server.database.execute(
        "select count(*)::int as open from jobs.job where name = 'remind' and state in ('created', 'retry', 'active')",
      );
      expect(row).toEqual({ open: 0 });
    });
  }

  test('reach those who are to act and the reviewers, once a day however often it is looked', async () => {
    server.clock = new Date('2026-02-19T01:00:00.000Z');
    const other = await server.as('otherEditor');
    await look();
    expect((await other.notifications.list.query({})).unread).toBe(1);
    const { notifications } = await other.notifications.list.query({});
    expect(notifications[0]).toMatchObject({
      read: false,
      zh: expect.stringContaining('云溪县教育局2025年度报告应于2026-02-20前提交，还有1天'),
    });
    await look();
    const told = await reviewer.notifications.list.query({});
    expect(told.notifications[0]?.zh).toContain('云溪县税务局');
    const others = (await editor.notifications.list.query({})).notifications;
    expect(others.map(({ kind }) => kind)).toEqual(['report.returned']);
    expect(await other.notifications.markRead.mutate({})).toEqual({ unread: 0 });
    expect((await other.notifications.list.query({})).notifications).toHaveLength(1);
  });

  test('stop when the campaign is closed', async () => {
    const { revision } = await get();
    await reviewer.campaigns.change.mutate({ campaignId, revision, closed: true });
    server.clock = new Date('2026-02-20T01:00:00.000Z');
    await look();
    const other = await server.as('otherEditor');
    expect((await other.notifications.list.query({})).notifications).toHaveLength(1);
  });
});

test('a government that opens the year for itself keeps its list when one above opens it later', async () => {
  const { neighbour } = server.agencies;
  const town = await insertAgency(server.database, {
    name: '邻水县青石镇人民政府',
    kind: 'township',
    parentId: neighbour.id,
  });
  const stranger = await server.as('stranger');
  const later = { ...settings, year: 2026, deadlines: usualDeadlines(2026) };
  const own = await stranger.campaigns.open.mutate({ agencyId: town.id, settings: later });
  const above = await stranger.campaigns.open.mutate({ agencyId: neighbour.id, settings: later });
  expect(above).toMatchObject({ due: 1 });
  const { list } = await stranger.campaigns.get.query({ campaignId: above.id });
  expect(list).toHaveLength(2);
  expect((await stranger.campaigns.get.query({ campaignId: own.id })).list.map(({ name }) => name)).toEqual([
    town.name,
  ]);
});

test('a government cannot take its own report off the list of the one above, nor give itself more time', async () => {
  const { neighbour } = server.agencies;
  const stranger = await server.as('stranger');
  const [town] = (await stranger.agencies.list.query()).filter(({ kind }) => kind === 'township');
  const agencyId = town?.id ?? '';
  const later = { ...settings, year: 2027, deadlines: usualDeadlines(2027) };
  const above = await stranger.campaigns.open.mutate({ agencyId: neighbour.id, settings: later });
  const own = await stranger.campaigns.open.mutate({ agencyId, settings: later });
  expect(own).toMatchObject({ due: 0 });
  const longer = { agencyId, until: '2028-06-30', reason: '材料尚未备齐。' };
  const refused = await refusalOf(stranger.campaigns.extend.mutate({ campaignId: own.id, ...longer }));
  expect(refused.code).toBe('NOT_ALLOWED');
  const { list } = await stranger.campaigns.get.query({ campaignId: above.id });
  expect(list.find((one) => one.agencyId === agencyId)).toMatchObject({ due: true, extendedTo: null });
  const given = await stranger.campaigns.extend.mutate({ campaignId: above.id, ...longer });
  expect(given).toMatchObject({ extendedTo: '2028-06-30' });
});

test('a report that became public after the campaign’s own day is told so, in the report and in the list, until it is extended', async () => {
  const { forestry, county } = server.agencies;
  const deadlines = {
    ...usualDeadlines(2024),
    departments: { submitBy: '2025-01-10', publishBy: '2025-01-20' },
  };
  const early = { year: 2024, deadlines, note: null };
  server.clock = new Date('2025-01-05T02:00:00.000Z');
  const { id: earlier } = await reviewer.campaigns.open.mutate({ agencyId: county.id, settings: early });
  server.clock = new Date('2025-01-24T02:00:00.000Z');
  const { id } = await editor.reports.create.mutate({ agencyId: forestry.id, year: 2024 });
  await fillIn(editor, id, soundReport(2024));
  await move(editor, id, { move: 'submit' });
  await move(reviewer, id, { move: 'approve' });
  await move(reviewer, id, { move: 'publish' });
  const late = async () => {
    const { findings } = await editor.reports.get.query({ id });
    const [listed] = (await editor.reports.list.query({ year: 2024 })).filter((one) => one.id === id);
    const told = findings.filter(({ rule }) => rule === 'PUBLISHED-LATE');
    return { expected: told.map(({ expected, actual }) => [expected, actual]), warnings: listed?.counts.warnings };
  };
  expect(await late()).toEqual({ expected: [['2025-01-20', '2025-01-24']], warnings: 1 });
  const extension = { campaignId: earlier, agencyId: forestry.id, until: '2025-01-25', reason: '核对数据' };
  await reviewer.campaigns.extend.mutate(extension);
  expect(await late()).toEqual({ expected: [], warnings: 0 });
});
