import { schema, updateAgency } from '@nianbao/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, refusalOf } from '../testing/index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const admin = async () => (await server.as('administrator')).agencies;
const creditCode = '91350100M000100Y43';

/** A refusal's reason, or its code where it has none. */
async function reasonOf(call: Promise<unknown>): Promise<string | undefined> {
  const { code, details } = await refusalOf(call);
  return details.refusals?.[0]?.code ?? code;
}

async function add(name: string, parentId = server.agencies.county.id): Promise<string> {
  return (await (await admin()).create.mutate({ parentId, name })).id;
}

async function eventsOf(agencyId: string) {
  const events = await server.database.select().from(schema.auditEvent);
  return events.filter((event) => event.agencyId === agencyId);
}

describe('an administrator', () => {
  test('adds an agency, changes what is recorded of it, and the trail tells what was before', async () => {
    const agencies = await admin();
    const parentId = server.agencies.county.id;
    const created = await agencies.create.mutate({
      ...{ parentId, name: ' 云溪县水务局 ', kind: 'department', level: 'county', regionCode: '220184' },
      ...{ creditCode: creditCode.toLowerCase(), mayMakeRegulations: false, position: 7 },
      powers: { licences: true, penalties: true, coercions: false },
    });
    expect(created).toMatchObject({ name: '云溪县水务局', parentId, creditCode, position: 7, endedAfter: null });
    const changed = await agencies.change.mutate({ agencyId: created.id, regionCode: null, position: 3 });
    expect(changed).toEqual({ ...created, regionCode: null, position: 3 });
    expect(await agencies.get.query({ agencyId: created.id })).toMatchObject(changed);
    const events = await eventsOf(created.id);
    expect(events.map(({ action }) => action)).toEqual(['agency.create', 'agency.change']);
    expect(events[1]).toMatchObject({
      actorName: 'administrator',
      changes: [
        { field: 'regionCode', before: '220184', after: null },
        { field: 'position', before: 7, after: 3 },
      ],
    });
  });

  test.each([
    ['a credit code whose check character is wrong', { creditCode: '91350100M000100Y44' }, 'BAD_INPUT'],
    ['a region code of no province', { regionCode: '990000' }, 'BAD_INPUT'],
    ['a name that is there already', { name: '云溪县教育局' }, 'name-taken'],
    ['no name', { name: '  ' }, 'BAD_INPUT'],
    ['a name that cannot be stored', { name: '云溪县\0局' }, 'BAD_INPUT'],
  ])('is refused %s', async (_, fields, reason) => {
    const agencies = await admin();
    const { county, forestry } = server.agencies;
    expect(await reasonOf(agencies.create.mutate({ parentId: county.id, name: '云溪县审计局', ...fields }))).toBe(
      reason,
    );
    expect(await reasonOf(agencies.change.mutate({ agencyId: forestry.id, ...fields }))).toBe(reason);
  });

  test('cannot give an agency the credit code of another, even of one out of sight', async () => {
    const code = '11990421009904217D';
    await updateAgency(server.database, server.agencies.neighbour.id, { creditCode: code });
    const agencyId = server.agencies.forestry.id;
    expect(await reasonOf((await admin()).change.mutate({ agencyId, creditCode: code }))).toBe('credit-code-taken');
  });

  test('may keep the region code that stands above', async () => {
    const agencies = await admin();
    const { county, forestry } = server.agencies;
    await updateAgency(server.database, county.id, { regionCode: '990421' });
    await agencies.change.mutate({ agencyId: forestry.id, regionCode: '990421' });
    expect(await reasonOf(agencies.change.mutate({ agencyId: forestry.id, regionCode: '990422' }))).toBe('BAD_INPUT');
    await agencies.change.mutate({ agencyId: county.id, regionCode: '990421', position: 1 });
  });
});

describe('the tree', () => {
  test('an agency moves with all below it, and those above see it there', async () => {
    const agencies = await admin();
    const office = await add('云溪县民政局');
    const home = await add('云溪县社会福利院', office);
    const other = await add('云溪县卫生健康局');
    const moved = await agencies.move.mutate({ agencyId: office, parentId: other, position: 2 });
    expect(moved).toMatchObject({ parentId: other, position: 2 });
    const parents = new Map((await agencies.list.query()).map(({ id, parentId }) => [id, parentId]));
    expect([parents.get(office), parents.get(home)]).toEqual([other, office]);
  });

  test('nothing comes to stand under itself, also when two moves meet', async () => {
    const agencies = await admin();
    const [a, b] = [await add('云溪县甲局'), await add('云溪县乙局')];
    expect(await reasonOf(agencies.move.mutate({ agencyId: a, parentId: a }))).toBe('parent-below-itself');
    const both = await Promise.allSettled([
      agencies.move.mutate({ agencyId: a, parentId: b }),
      agencies.move.mutate({ agencyId: b, parentId: a }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { county } = server.agencies;
    const [under] = (await agencies.list.query()).filter(
      ({ id, parentId }) => [a, b].includes(id) && parentId !== county.id,
    );
    expect(await reasonOf(agencies.move.mutate({ agencyId: county.id, parentId: under?.id ?? '' }))).toBe(
      'parent-below-itself',
    );
  });

  test('an agency moves only to where the administrator may manage, and what is out of sight is not there', async () => {
    const agencies = await admin();
    const { forestry, neighbour } = server.agencies;
    const move = { agencyId: forestry.id, parentId: neighbour.id };
    expect(await reasonOf(agencies.move.mutate(move))).toBe('NOT_FOUND');
    expect(await reasonOf(agencies.get.query({ agencyId: neighbour.id }))).toBe('NOT_FOUND');
    expect(await reasonOf(agencies.merge.mutate({ agencyId: forestry.id, year: 2025, from: [neighbour.id] }))).toBe(
      'NOT_FOUND',
    );
  });

  test('nothing is put under what has ended', async () => {
    const agencies = await admin();
    const closed = await add('云溪县粮食局');
    const open = await add('云溪县粮库');
    await agencies.end.mutate({ agencyId: closed, lastYear: 2024 });
    expect(await reasonOf(agencies.move.mutate({ agencyId: open, parentId: closed }))).toBe('parent-ended');
    expect(await reasonOf(agencies.create.mutate({ parentId: closed, name: '粮站' }))).toBe('parent-ended');
  });
});

describe('an agency that ends', () => {
  test('takes no reports after its last year, stays readable, and may go on after all', async () => {
    const agencies = await admin();
    const reviewer = await server.as('reviewer');
    const agencyId = await add('云溪县物价局');
    const { id } = await reviewer.reports.create.mutate({ agencyId, year: 2023 });
    expect(await reasonOf(agencies.end.mutate({ agencyId, lastYear: 2022 }))).toBe('has-later-reports');
    expect(await agencies.end.mutate({ agencyId, lastYear: 2023 })).toMatchObject({ endedAfter: 2023 });
    expect(await reasonOf(reviewer.reports.create.mutate({ agencyId, year: 2024 }))).toBe('ended');
    await reviewer.reports.create.mutate({ agencyId, year: 2022 });
    expect((await reviewer.reports.get.query({ id })).agency.name).toBe('云溪县物价局');
    const listed = async (year: number) =>
      (await agencies.list.query({ year })).some((agency) => agency.id === agencyId);
    expect([await listed(2023), await listed(2024)]).toEqual([true, false]);
    expect(await reasonOf(agencies.end.mutate({ agencyId, lastYear: 2024 }))).toBe('ended');
    expect(await agencies.reopen.mutate({ agencyId })).toMatchObject({ endedAfter: null });
    await reviewer.reports.create.mutate({ agencyId, year: 2024 });
    expect(await reasonOf(agencies.reopen.mutate({ agencyId }))).toBe('not-ended');
  });

  test('has no agencies under it that go on', async () => {
    const agencies = await admin();
    const agencyId = await add('云溪县供销社');
    const child = await add('云溪县棉麻公司', agencyId);
    expect(await reasonOf(agencies.end.mutate({ agencyId, lastYear: 2024 }))).toBe('has-units-below');
    await agencies.end.mutate({ agencyId: child, lastYear: 2024 });
    await agencies.end.mutate({ agencyId, lastYear: 2024 });
    expect(await reasonOf(agencies.reopen.mutate({ agencyId: child }))).toBe('parent-ended');
  });
});

describe('a new name from a year on', () => {
  test('is that of the years from then; earlier reports stay under theirs', async () => {
    const agencies = await admin();
    const reviewer = await server.as('reviewer');
    const agencyId = await add('云溪县体育局');
    const opened = async (year: number) => (await reviewer.reports.create.mutate({ agencyId, year })).id;
    const [before, inHand] = [await opened(2023), await opened(2024)];
    const answer = await agencies.rename.mutate({ agencyId, name: '云溪县文体局', fromYear: 2024 });
    expect(answer).toMatchObject({
      ...{ name: '云溪县文体局', keptName: [] },
      formerNames: [{ until: 2023, name: '云溪县体育局' }],
    });
    const read = async (id: string) => {
      const { agency, report } = await reviewer.reports.get.query({ id });
      return [agency.name, agency.profile.name, report.agency, report.title];
    };
    expect(new Set((await read(before)).slice(0, 3))).toEqual(new Set(['云溪县体育局']));
    expect(await read(inHand)).toEqual([
      ...['云溪县文体局', '云溪县文体局', '云溪县文体局'],
      '云溪县文体局2024年政府信息公开工作年度报告',
    ]);
    expect((await read(await opened(2025)))[2]).toBe('云溪县文体局');
    expect((await read(await opened(2022)))[2]).toBe('云溪县体育局');
    const listed = await reviewer.reports.list.query({ search: '体育' });
    expect(listed.map(({ year, agencyName }) => [year, agencyName])).toEqual([
      [2023, '云溪县体育局'],
      [2022, '云溪县体育局'],
    ]);
    const names = async (year: number) =>
      (await agencies.list.query({ year })).filter(({ id }) => id === agencyId).map(({ name }) => name);
    expect([await names(2023), await names(2024)]).toEqual([['云溪县体育局'], ['云溪县文体局']]);
    expect((await agencies.history.query({ agencyId })).names).toEqual([
      { name: '云溪县体育局', from: null, until: 2023 },
      { name: '云溪县文体局', from: 2024, until: null },
    ]);
    expect(await reasonOf(agencies.rename.mutate({ agencyId, name: '别名', fromYear: 2024 }))).toBe('renamed-since');
    expect(await reasonOf(agencies.undoRename.mutate({ agencyId }))).toBe('reports-depend');
  });

  test('is taken back while no report is under it', async () => {
    const agencies = await admin();
    const agencyId = await add('云溪县旅游局');
    await agencies.rename.mutate({ agencyId, name: '云溪县文旅局', fromYear: 2026 });
    expect(await agencies.undoRename.mutate({ agencyId })).toMatchObject({ name: '云溪县旅游局', formerNames: [] });
    expect(await reasonOf(agencies.undoRename.mutate({ agencyId }))).toBe('not-renamed');
  });
});

describe('a reorganisation', () => {
  test('a merger ends the bodies merged, and undone lets them go on', async () => {
    const agencies = await admin();
    const [a, b, c] = [await add('云溪县工业局'), await add('云溪县信息局'), await add('云溪县工信局')];
    const from = [a, b];
    const { successionId, ended } = await agencies.merge.mutate({ agencyId: c, year: 2025, from });
    expect(ended).toEqual([a, b]);
    expect(await agencies.get.query({ agencyId: a })).toMatchObject({ endedAfter: 2024 });
    const history = await agencies.history.query({ agencyId: c });
    expect(history).toMatchObject({ began: 2025, endedAfter: null, successions: [{ kind: 'merger', year: 2025 }] });
    expect(history.successions[0]?.from.map(({ name }) => name)).toEqual(['云溪县工业局', '云溪县信息局']);
    const listed = async (year: number) => {
      const rows = await agencies.list.query({ year });
      return rows.filter(({ id }) => [a, b, c].includes(id)).map(({ id }) => id);
    };
    expect([(await listed(2024)).sort(), await listed(2025)]).toEqual([[a, b].sort(), [c]]);
    const reviewer = await server.as('reviewer');
    expect(await reasonOf(reviewer.reports.create.mutate({ agencyId: c, year: 2024 }))).toBe('not-begun');
    expect(await reasonOf(agencies.reopen.mutate({ agencyId: a }))).toBe('ended-by-succession');
    expect(await reasonOf(agencies.merge.mutate({ agencyId: c, year: 2025, from }))).toBe('already-reorganised');
    const undo = { agencyId: b, successionId };
    expect((await agencies.undoSuccession.mutate(undo)).reopened.sort()).toEqual([a, b].sort());
    expect(await reasonOf(agencies.undoSuccession.mutate(undo))).toBe('no-succession');
    expect((await eventsOf(a)).map(({ action }) => action)).toEqual([
      'agency.create',
      'agency.merge',
      'agency.undoSuccession',
    ]);
    await agencies.merge.mutate({ agencyId: c, year: 2025, from });
    await reviewer.reports.create.mutate({ agencyId: c, year: 2025 });
    const { successions } = await agencies.history.query({ agencyId: c });
    const again = { agencyId: c, successionId: successions[0]?.id ?? '' };
    expect(await reasonOf(agencies.undoSuccession.mutate(again))).toBe('reports-depend');
  });

  test('a body that was there before goes on as itself, and says so', async () => {
    const agencies = await admin();
    const reviewer = await server.as('reviewer');
    const [a, b] = [await add('云溪县国土局'), await add('云溪县测绘局')];
    await reviewer.reports.create.mutate({ agencyId: a, year: 2024 });
    expect(await reasonOf(agencies.merge.mutate({ agencyId: a, year: 2025, from: [b] }))).toBe('successor-has-past');
    expect(await reasonOf(agencies.merge.mutate({ agencyId: a, year: 2025, from: [a] }))).toBe('BAD_INPUT');
    const { ended } = await agencies.merge.mutate({ agencyId: a, year: 2025, from: [a, b] });
    expect(ended).toEqual([b]);
  });

  test('a split ends the body, unless it goes on with a part', async () => {
    const agencies = await admin();
    const [a, b, c] = [await add('云溪县文广局'), await add('云溪县广电局'), await add('云溪县文物局')];
    const to = [a, b, c];
    const split = await agencies.split.mutate({ agencyId: a, year: 2025, to });
    expect(split.ended).toEqual([]);
    await agencies.undoSuccession.mutate({ agencyId: a, successionId: split.successionId });
    const again = await agencies.split.mutate({ agencyId: a, year: 2025, to: to.slice(1) });
    expect(again.ended).toEqual([a]);
    expect((await agencies.history.query({ agencyId: b })).began).toBe(2025);
  });
});
