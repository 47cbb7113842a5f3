import type { Report } from '@nianbao/core';
import { findPersonByUsername, insertMembership, listEvents } from '@nianbao/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestPerson, TestServer } from '../testing/index.ts';
import { createTestServer, fillIn, move, soundReport } from '../testing/index.ts';

let server: TestServer;

const years = { forestry: 2024, education: 2024 } as const;
const editors = { forestry: 'editor', education: 'otherEditor' } as const satisfies Record<string, TestPerson>;
type Body = keyof typeof years;

/** Submits, approves and publishes a report as it is now. */
async function makePublic(body: Body, id: string): Promise<void> {
  const [editor, reviewer] = [await server.as(editors[body]), await server.as('reviewer')];
  await move(editor, id, { move: 'submit' });
  await move(reviewer, id, { move: 'approve' });
  await move(reviewer, id, { move: 'publish' });
}

async function open(body: Body, year: number): Promise<string> {
  const editor = await server.as(editors[body]);
  return (await editor.reports.create.mutate({ agencyId: server.agencies[body].id, year })).id;
}

async function publishLastYear(body: Body): Promise<string> {
  const id = await open(body, years[body]);
  await fillIn(await server.as(editors[body]), id, soundReport(2024, body));
  await makePublic(body, id);
  return id;
}

async function read(body: Body, id: string) {
  return (await server.as(editors[body])).reports.get.query({ id });
}

const facts = ({ facts: all }: Report, ...keys: string[]) => keys.map((key) => all[key] ?? null);
const carriedIn = (report: Report) =>
  facts(
    report,
    't3.carriedIn.naturalPerson',
    't3.carriedIn.enterprise',
    't3.carriedIn.legalService',
    't3.carriedIn.total',
  );

/** Last year's report with one application more, carried over to this year, and its text to fit. */
function withOneMore(report: Report): Report {
  const more = ['received', 'carriedOut'].flatMap((row) => [`t3.${row}.legalService`, `t3.${row}.total`]);
  const raised = more.map((key) => [key, Number(report.facts[key]) + 1]);
  const received = Number(report.facts['t3.received.total']);
  const reworded = JSON.stringify(report.sections)
    .replace(`申请${received}件`, `申请${received + 1}件`)
    .replace('继续办理3件', '继续办理4件');
  return {
    ...report,
    facts: { ...report.facts, ...Object.fromEntries(raised), 't2.normativeDocuments.inForce': 9 },
    sections: JSON.parse(reworded),
  };
}

beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

describe('a new year', () => {
  let lastYear: string;
  let id: string;
  beforeAll(async () => {
    lastYear = await publishLastYear('forestry');
    id = await open('forestry', 2025);
  });

  test('begins with what last year’s published report carried out, and records from which publication', async () => {
    const { report, findings, carryOver } = await read('forestry', id);
    expect(carriedIn(report)).toEqual([2, 1, 0, 3]);
    expect(facts(report, 't2.normativeDocuments.inForce', 't2.licences.decisions')).toEqual([7, null]);
    expect(report.contact).toEqual(soundReport(2024).contact);
    expect(JSON.stringify(report.preface)).toContain('2025年1月1日起至2025年12月31日');
    const [overview] = report.sections;
    expect(overview?.blocks.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'heading'));
    expect(findings.filter(({ rule }) => rule.startsWith('YEAR-'))).toEqual([]);
    const from = [{ agencyId: server.agencies.forestry.id, year: 2024, version: 1 }];
    expect(carryOver).toMatchObject({ from, inForce: from, outdated: [] });
    const [created] = await listEvents(server.database, id, 1);
    expect(created).toMatchObject({ action: 'report.create', revision: 1 });
    const change = (field: string) => created?.changes.find((one) => one.field === field);
    expect(change('carriedFrom')).toMatchObject({ before: [], after: from });
    expect(change('fact:t3.carriedIn.total')).toEqual({ field: 'fact:t3.carriedIn.total', before: null, after: 3 });
  });

  test('after a correction of last year the editor is told, and one call takes the new values over', async () => {
    const editor = await server.as('editor');
    const { revision } = await read('forestry', id);
    const worked = { kind: 'fact', key: 't2.normativeDocuments.inForce', value: 8 } as const;
    await editor.reports.save.mutate({ id, revision, changes: [worked] });

    await move(editor, lastYear, { move: 'correct', reason: '结转件数和现行有效件数漏计，现予更正。其他数据不变。' });
    await fillIn(editor, lastYear, withOneMore((await read('forestry', lastYear)).report));
    await makePublic('forestry', lastYear);

    const told = await read('forestry', id);
    expect(told.carryOver.outdated).toEqual([
      { field: 'fact:t2.normativeDocuments.inForce', carried: 7, published: 9, current: 8, taken: false },
      { field: 'fact:t3.carriedIn.legalService', carried: 0, published: 1, current: 0, taken: true },
      { field: 'fact:t3.carriedIn.total', carried: 3, published: 4, current: 3, taken: true },
    ]);
    expect(told.findings.map(({ rule }) => rule)).toContain('YEAR-CARRY-OVER');

    await editor.reports.takeCarryOver.mutate({ id, revision: told.revision });
    const now = await read('forestry', id);
    expect(carriedIn(now.report)).toEqual([2, 1, 1, 4]);
    expect(facts(now.report, 't2.normativeDocuments.inForce')).toEqual([8]);
    expect(now.findings.map(({ rule }) => rule)).not.toContain('YEAR-CARRY-OVER');
    expect(now.carryOver).toMatchObject({ outdated: [], from: [{ year: 2024, version: 2 }] });
    expect(now.history[0]).toMatchObject({ action: 'report.carryOver', summary: { zh: '带入上年数据 2 处' } });
    const again = await editor.reports.takeCarryOver.mutate({ id, revision: now.revision });
    expect(again.revision).toBe(now.revision);
  });

  test('opened before last year’s was public, it is offered what that gives', async () => {
    const early = await open('education', 2025);
    expect((await read('education', early)).carryOver).toEqual({ from: [], inForce: [], outdated: [] });
    await publishLastYear('education');
    const { carryOver, revision } = await read('education', early);
    expect(carryOver.outdated.length).toBeGreaterThan(7);
    expect(carryOver.outdated.every(({ taken, carried }) => taken && carried === null)).toBe(true);
    await (await server.as('otherEditor')).reports.takeCarryOver.mutate({ id: early, revision });
    const { report } = await read('education', early);
    expect(carriedIn(report)).toEqual([0, 0, 0, 0]);
    expect(report.contact).toEqual(soundReport(2024, 'education').contact);
  });
});

describe('through a merger', () => {
  beforeAll(async () => {
    await server.close();
    server = await createTestServer();
    await publishLastYear('forestry');
    await publishLastYear('education');
  });

  test('a year begins with the figures of the merged bodies together, and is judged by them, in lists too', async () => {
    const [{ agencies }, reviewer] = [await server.as('administrator'), await server.as('reviewer')];
    const { county, forestry, education } = server.agencies;
    const { id: agencyId } = await agencies.create.mutate({ parentId: county.id, name: '云溪县林业教育局' });
    const colleague = await findPersonByUsername(server.database, 'colleague');
    await insertMembership(server.database, { userId: colleague?.id ?? '', agencyId, role: 'editor' });
    await agencies.merge.mutate({ agencyId, year: 2025, from: [forestry.id, education.id] });
    const { id } = await reviewer.reports.create.mutate({ agencyId, year: 2025 });
    const opened = await reviewer.reports.get.query({ id });
    expect(carriedIn(opened.report)).toEqual([2, 1, 0, 3]);
    expect(facts(opened.report, 't2.normativeDocuments.inForce')).toEqual([19]);
    expect([opened.report.contact, opened.report.preface]).toEqual([null, []]);
    expect(opened.carryOver.from.map((from) => from.agencyId)).toEqual([forestry.id, education.id]);
    expect(opened.findings.map(({ rule }) => rule)).not.toContain('YEAR-CARRY-OVER');
    const wrong = { kind: 'fact', key: 't3.carriedIn.total', value: 4 } as const;
    const editor = await server.as('colleague');
    await editor.reports.save.mutate({ id, revision: opened.revision, changes: [wrong] });
    const { findings, counts } = await reviewer.reports.get.query({ id });
    const found = findings.find(({ rule }) => rule === 'YEAR-CARRY-OVER');
    expect(found).toMatchObject({ expected: 3, actual: 4 });
    const [listed] = await reviewer.reports.list.query({ year: 2025 });
    expect(listed).toMatchObject({ id, counts });
  });
});
