import { findAgency } from '@nianbao/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { correctReport, fileReport } from '../testing/filed-reports.ts';
import type { TestServer } from '../testing/index.ts';
import { createTestServer, refusalOf, soundReport } from '../testing/index.ts';

type Caller = Awaited<ReturnType<TestServer['as']>>;

let server: TestServer;
let administrator: Caller;
let reviewer: Caller;
let anyone: Caller;

const carriedOut = { 't3.carriedOut.naturalPerson': 2, 't3.carriedOut.enterprise': 1, 't3.carriedOut.total': 3 };
const carriedIn = ['t3.carriedIn.naturalPerson', 't3.carriedIn.enterprise', 't3.carriedIn.total'];

beforeAll(async () => {
  server = await createTestServer();
  administrator = await server.as('administrator');
  reviewer = await server.as('reviewer');
  anyone = await server.as(null);
});
afterAll(() => server.close());

async function add(name: string) {
  const agency = { parentId: server.agencies.county.id, name, kind: 'department' as const };
  return (await administrator.agencies.create.mutate(agency)).id;
}

const open = async (agencyId: string, year: number) => (await reviewer.reports.create.mutate({ agencyId, year })).id;

async function carriedInOf(id: string) {
  const { report, carryOver, findings } = await reviewer.reports.get.query({ id });
  return {
    facts: carriedIn.map((key) => report.facts[key] ?? null),
    from: carryOver.from.map(({ agencyId, year }) => [agencyId, year]),
    held: findings.some(({ rule }) => rule === 'YEAR-CARRY-OVER'),
  };
}

/** The names of a year's reports, as the public reads them through every door. */
async function publicNames(agencyId: string, year: number) {
  const { report } = await anyone.published.get.query({ agencyId, year });
  const { items } = await anyone.published.list.query({ year });
  const document = await (await server.request(`/agencies/${agencyId}/${year}.json`)).json();
  return [
    ...[report.agency, report.title],
    ...items.filter((item) => item.agencyId === agencyId).map(({ agencyName }) => agencyName),
    z.looseObject({ report: z.looseObject({ agency: z.string() }) }).parse(document).report.agency,
  ];
}

describe('a body that is split', () => {
  let parts: readonly [string, string];

  beforeAll(async () => {
    const { forestry } = server.agencies;
    const facts = { ...soundReport(2024).facts, ...carriedOut };
    await fileReport(server.database, forestry, { year: 2024, state: 'published', facts });
    parts = [await add('云溪县林草局'), await add('云溪县国土绿化局')];
    await administrator.agencies.split.mutate({ agencyId: forestry.id, year: 2025, to: [...parts] });
  });

  test('keeps its report under its name, also when that is corrected afterwards, and takes no further one', async () => {
    const { forestry } = server.agencies;
    const name = '云溪县林业局';
    const names = [name, `${name}2024年政府信息公开工作年度报告`, name, name];
    expect(await publicNames(forestry.id, 2024)).toEqual(names);
    const [{ id = '' } = {}] = await reviewer.reports.list.query({ year: 2024 });
    await correctReport(server.database, id, { 't2.fees.amount': 1 });
    expect(await publicNames(forestry.id, 2024)).toEqual(names);
    expect((await reviewer.reports.get.query({ id })).agency.name).toBe(name);
    expect(await refusalOf(open(forestry.id, 2025))).toMatchObject({ details: { refusals: [{ code: 'ended' }] } });
    const listed = (await administrator.agencies.list.query({ year: 2025 })).map((agency) => agency.name);
    expect(listed).toEqual(expect.arrayContaining(['云溪县林草局', '云溪县国土绿化局']));
    expect(listed).not.toContain(name);
  });

  test('gives its parts nothing to carry over, and holds nothing against them', async () => {
    for (const agencyId of parts) {
      const id = await open(agencyId, 2025);
      expect(await carriedInOf(id)).toEqual({ facts: [null, null, null], from: [], held: false });
    }
    const [{ id = '', revision = 0 } = {}] = await reviewer.reports.list.query({ year: 2025 });
    const total = { kind: 'fact', key: 't3.carriedIn.total', value: 77 } as const;
    await (await editorAt(parts)).reports.save.mutate({ id, revision, changes: [total] });
    expect((await carriedInOf(id)).held).toBe(false);
  });

  test('from the second year on each part follows from its own report', async () => {
    const [, part] = parts;
    const agency = await findAgency(server.database, part);
    if (agency === null) throw new Error('no part');
    await fileReport(server.database, agency, { year: 2026, state: 'published', facts: carriedOut });
    const id = await open(part, 2027);
    expect(await carriedInOf(id)).toEqual({ facts: [2, 1, 3], from: [[part, 2026]], held: false });
  });
});

test('a body that goes on with a part of its work is not held against its own past either', async () => {
  const { county, education } = server.agencies;
  await fileReport(server.database, education, { year: 2024, state: 'published', facts: carriedOut });
  const agency = { parentId: county.id, name: '云溪县体育局', kind: 'department' as const };
  const { id: sports } = await administrator.agencies.create.mutate(agency);
  await administrator.agencies.split.mutate({ agencyId: education.id, year: 2025, to: [education.id, sports] });
  const id = await open(education.id, 2025);
  expect(await carriedInOf(id)).toEqual({ facts: [null, null, null], from: [], held: false });
  expect((await publicNames(education.id, 2024))[0]).toBe('云溪县教育局');
});

test('bodies that are merged keep their reports under their names, and their successor begins with both', async () => {
  const names = ['云溪县文化局', '云溪县旅游局'] as const;
  const from: string[] = [];
  for (const name of names) {
    const id = await add(name);
    const agency = await findAgency(server.database, id);
    if (agency === null) throw new Error('no agency');
    await fileReport(server.database, agency, { year: 2024, state: 'published', facts: carriedOut });
    from.push(id);
  }
  const both = await add('云溪县文化和旅游局');
  const { successionId } = await administrator.agencies.merge.mutate({ agencyId: both, year: 2025, from });
  const id = await open(both, 2025);
  const opened = await carriedInOf(id);
  expect({ ...opened, from: opened.from.toSorted() }).toEqual({
    ...{ facts: [4, 2, 6], held: false },
    from: from.map((agencyId) => [agencyId, 2024]).toSorted(),
  });
  await administrator.agencies.rename.mutate({ agencyId: both, name: '云溪县文旅局', fromYear: 2025 });
  for (const [at, name] of names.entries()) expect((await publicNames(from[at] ?? '', 2024))[2]).toBe(name);
  // What has been opened on it stands in the way of taking it back.
  const undone = administrator.agencies.undoSuccession.mutate({ agencyId: both, successionId });
  expect(await refusalOf(undone)).toMatchObject({ details: { refusals: [{ code: 'reports-depend' }] } });
});

/** Somebody who edits for the given bodies. */
async function editorAt(agencies: readonly string[]): Promise<Caller> {
  const { people } = await administrator.people.list.query({ search: 'colleague' });
  const personId = people[0]?.id ?? '';
  for (const agencyId of agencies) {
    await administrator.people.grantRole.mutate({ agencyId, personId, role: 'editor' });
  }
  return server.as('colleague');
}
