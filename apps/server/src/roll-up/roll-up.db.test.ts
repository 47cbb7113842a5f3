import { findPersonByUsername, insertAgency, insertMembership } from '@nianbao/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { correctReport, fileReport, putInState } from '../testing/filed-reports.ts';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, refusalOf } from '../testing/index.ts';

const received = 't3.received.total';
const fees = 't2.fees.amount';

let server: TestServer;
let reviewer: Awaited<ReturnType<TestServer['as']>>;
/** Fills in the county's own report. */
let office: typeof reviewer;
let forestry: string;
let education: string;
let year = 2025;
let county: string;

/** Each test has the county and two bureaus in a year of its own. */
async function freshYear() {
  year += 1;
  const { database, agencies } = server;
  forestry = await fileReport(database, agencies.forestry, {
    year,
    facts: { [received]: 20, [fees]: 0.1 },
    state: 'published',
  });
  education = await fileReport(database, agencies.education, {
    year,
    facts: { [received]: 5, [fees]: 0.2 },
    state: 'approved',
  });
  ({ id: county } = await office.reports.create.mutate({ agencyId: agencies.county.id, year }));
}

beforeAll(async () => {
  server = await createTestServer();
  reviewer = await server.as('reviewer');
  const person = await findPersonByUsername(server.database, 'nobody');
  if (person === null) throw new Error('nobody is there');
  await insertMembership(server.database, { userId: person.id, agencyId: server.agencies.county.id, role: 'editor' });
  office = await server.as('nobody');
});
afterAll(() => server.close());

const cellOf = (cells: readonly { key: string }[], key: string) => cells.find((cell) => cell.key === key);

describe('a government’s sum', () => {
  beforeAll(freshYear);

  test('is of what is public, names who is missing, and says that it may grow', async () => {
    const sum = await reviewer.rollUp.get.query({ agencyId: server.agencies.county.id, year });
    expect(cellOf(sum.cells, received)).toMatchObject({ value: 20, atLeast: true, reports: 1 });
    expect(sum.coverage).toMatchObject({ reports: 1, notReported: 1, missing: ['云溪县教育局'] });
    expect(sum.members).toEqual([
      expect.objectContaining({ name: '云溪县教育局', status: 'missing', version: null }),
      expect.objectContaining({ name: '云溪县林业局', status: 'reported', version: 1 }),
    ]);
  });

  test('is of approved reports too by choice', async () => {
    const wanted = { agencyId: server.agencies.county.id, year, basis: 'approved' } as const;
    const sum = await reviewer.rollUp.get.query(wanted);
    expect(cellOf(sum.cells, received)).toMatchObject({ value: 25, atLeast: false });
    expect(cellOf(sum.cells, fees)).toMatchObject({ value: 0.3 });
    const opened = await reviewer.rollUp.open.query({ ...wanted, cell: received });
    expect(opened.contributions.map(({ name, value, version }) => [name, value, version])).toEqual([
      ['云溪县教育局', 5, null],
      ['云溪县林业局', 20, 1],
    ]);
  });

  test('opens down to the members of a lower government that has not reported', async () => {
    const { database, agencies } = server;
    const parentId = agencies.county.id;
    const lower = await insertAgency(database, { name: '云溪新区人民政府', kind: 'government', parentId });
    const bureau = await insertAgency(database, { name: '云溪新区建设局', kind: 'department', parentId: lower.id });
    await fileReport(database, bureau, { year, facts: { [received]: 3 }, state: 'published' });
    const wanted = { agencyId: agencies.county.id, year, cell: received };
    const opened = await reviewer.rollUp.open.query(wanted);
    expect(opened.contributions).toContainEqual(
      expect.objectContaining({ agencyId: lower.id, status: 'fromMembers', value: 3 }),
    );
    const further = await reviewer.rollUp.open.query({ ...wanted, at: lower.id });
    expect(further).toMatchObject({ value: 3, contributions: [{ agencyId: bureau.id, value: 3 }] });
    expect(await refusalOf(reviewer.rollUp.open.query({ ...wanted, at: agencies.neighbour.id }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('is none for an agency that is no government, nor for a cell that is not there', async () => {
    const bureau = reviewer.rollUp.get.query({ agencyId: server.agencies.forestry.id, year });
    expect(await refusalOf(bureau)).toMatchObject({ code: 'NO_ROLL_UP', httpStatus: 422 });
    const cell = reviewer.rollUp.open.query({ agencyId: server.agencies.county.id, year, cell: 'constructor' });
    expect(await refusalOf(cell)).toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('the sum taken into the report', () => {
  beforeAll(freshYear);
  const take = async (basis: 'published' | 'approved' = 'published') => {
    const { revision } = await office.reports.get.query({ id: county });
    return office.rollUp.take.mutate({ reportId: county, revision, basis });
  };

  test('is an edit of the report with its own entry in the history', async () => {
    expect(await office.rollUp.state.query({ reportId: county })).toMatchObject({ taken: null, sources: [] });
    const { changed, coverage } = await take();
    expect(cellOf(changed, received)).toMatchObject({ before: null, after: 20, difference: 20 });
    expect(coverage.missing).toContain('云溪县教育局');
    const { report, history } = await office.reports.get.query({ id: county });
    expect(report.facts).toMatchObject({ [received]: 20, [fees]: 0.1 });
    expect(history[0]).toMatchObject({ action: 'report.rollUp', by: 'nobody' });
    expect(await office.rollUp.state.query({ reportId: county })).toMatchObject({ sources: [], sums: [], report: [] });
  });

  test('own additions come on top, and stay when it is taken again', async () => {
    const addition = { key: received, value: 4, reason: '县档案馆不单独编报' };
    await office.rollUp.setAdditions.mutate({ reportId: county, additions: [addition] });
    expect((await office.reports.get.query({ id: county })).report.facts[received]).toBe(24);
    expect((await take()).changed).toEqual([]);
    const { additions } = await office.rollUp.state.query({ reportId: county });
    expect(additions).toEqual([expect.objectContaining({ ...addition, by: 'nobody' })]);
  });

  test('a correction since is named with the cells that it changes, and taking it again mends them', async () => {
    await correctReport(server.database, forestry, { [received]: 21 });
    const state = await office.rollUp.state.query({ reportId: county });
    expect(state.sources).toEqual([
      expect.objectContaining({ name: '云溪县林业局', kind: 'corrected', takenVersion: 1, version: 2 }),
    ]);
    expect(state.sums).toEqual([{ key: received, before: 20, after: 21, difference: 1 }]);
    expect(state.report).toEqual([{ key: received, before: 24, after: 25, difference: 1 }]);
    expect((await take()).changed).toEqual(state.report);
  });

  test('so are reports that came in and went out', async () => {
    await take('approved');
    await putInState(server.database, education, 'returned');
    const kinds = async () =>
      (await office.rollUp.state.query({ reportId: county })).sources.map(({ name, kind }) => [name, kind]);
    expect(await kinds()).toEqual([['云溪县教育局', 'withdrawn']]);
    await take('approved');
    await putInState(server.database, education, 'approved');
    expect(await kinds()).toEqual([['云溪县教育局', 'added']]);
  });

  test('the rules hold the report against its members, with its own additions, in the report and in the list', async () => {
    await take('approved');
    const rules = async () =>
      (await office.reports.get.query({ id: county })).findings.filter(({ rule }) => rule.startsWith('ROLL-UP'));
    const listed = async () => {
      const counts = (await reviewer.reports.list.query({ year })).find(({ id }) => id === county)?.counts;
      return (counts?.errors ?? 0) + (counts?.warnings ?? 0);
    };
    const before = await listed();
    expect(await rules()).toEqual([]);
    const { revision } = await office.reports.get.query({ id: county });
    const changes = [{ kind: 'fact', key: received, value: 29 } as const];
    await office.reports.save.mutate({ id: county, revision, changes });
    expect(await rules()).toMatchObject([{ rule: 'ROLL-UP-SUM', expected: 30, actual: 29, cells: [received] }]);
    expect(await listed()).toBe(before + 1);
    // Nothing in the report changes; a member does.
    await correctReport(server.database, forestry, { [received]: 20 });
    expect(await listed()).toBe(before);
  });

  test('somebody’s change meanwhile is a conflict, not lost', async () => {
    const { revision } = await office.reports.get.query({ id: county });
    await office.reports.save.mutate({ id: county, revision, changes: [{ kind: 'fact', key: received, value: 77 }] });
    const refused = office.rollUp.take.mutate({ reportId: county, revision, basis: 'published' });
    expect(await refusalOf(refused)).toMatchObject({ code: 'CONFLICT' });
    expect((await office.reports.get.query({ id: county })).report.facts[received]).toBe(77);
  });

  test.each([
    ['a cell twice', [1, 2].map((value) => ({ key: received, value, reason: '补充' }))],
    ['less than nothing', [{ key: received, value: -1, reason: '补充' }]],
    ['a cell that is not there', [{ key: '__proto__', value: 1, reason: '补充' }]],
  ])('an addition of %s is refused', async (_title, additions) => {
    expect(await refusalOf(office.rollUp.setAdditions.mutate({ reportId: county, additions }))).toMatchObject({
      code: 'BAD_INPUT',
    });
  });

  test('nothing is taken into a report under review, nor into a bureau’s', async () => {
    await putInState(server.database, county, 'submitted');
    expect(await refusalOf(take())).toMatchObject({ code: 'NOT_EDITABLE' });
    const editor = await server.as('editor');
    const { id } = await editor.reports.create.mutate({ agencyId: server.agencies.forestry.id, year: 2020 });
    expect(await refusalOf(editor.rollUp.take.mutate({ reportId: id, revision: 1 }))).toMatchObject({
      code: 'NO_ROLL_UP',
    });
  });
});
