import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facts } from '../figures/facts.ts';
import { rowFromFacts } from '../figures/facts.ts';
import type { FigureRow } from '../figures/figure-row.ts';
import { findCell, formatById } from '../formats/formats.ts';
import type { Report } from '../report/report.ts';
import { checkReport } from '../rules/check.ts';
import { consistentReports } from '../testing/arbitraries.ts';
import { exampleReport } from '../testing/example-report.ts';
import type { AgencyNode } from './agency-tree.ts';
import { agencyTree, checkedMembers, membersUnder } from './agency-tree.ts';
import { contributionsTo, coverageOf, rolledUpCell, rolledUpFacts } from './coverage.ts';
import type { RollUpOptions } from './roll-up.ts';
import { rollUp } from './roll-up.ts';

const format = formatById['2021'];
const received = findCell(format, 't3.received.total');
if (received === undefined) throw new Error('the format has no received total');

const node = (id: string, parent: string | null, name: string): AgencyNode => ({ id, parent, name, profile: null });

const prefecture = [
  node('ZQ', null, '望河市人民政府'),
  node('zq-office', 'ZQ', '望河市人民政府办公室'),
  node('zq-edu', 'ZQ', '望河市教育局'),
  node('zq-tax', 'ZQ', '国家税务总局望河市税务局'),
  node('YX', 'ZQ', '云溪县人民政府'),
  node('yx-office', 'YX', '云溪县人民政府办公室'),
  node('yx-forest', 'YX', '云溪县林业局'),
  node('yx-forest-farm', 'yx-forest', '云溪县国有林场管理站'),
  node('yx-town', 'YX', '青岚镇人民政府'),
];
const tree = agencyTree(prefecture);

const everybody: Readonly<Record<string, number>> = {
  'zq-office': 1,
  'zq-edu': 2,
  'zq-tax': 1000,
  'yx-office': 10,
  'yx-forest': 20,
  'yx-forest-farm': 40,
  'yx-town': 80,
};

function rowsOf(figures: Readonly<Record<string, number | Facts>>): ReadonlyMap<string, FigureRow> {
  return new Map(
    Object.entries(figures).map(([id, given]) => [
      id,
      rowFromFacts(format, typeof given === 'number' ? { 't3.received.total': given } : given),
    ]),
  );
}

const rolled = (figures: Readonly<Record<string, number | Facts>>, options: RollUpOptions = {}) =>
  rollUp(tree, { format, rows: rowsOf(figures), options });

const statusOf = (result: ReturnType<typeof rolled>, government: string) =>
  Object.fromEntries(coverageOf(result, government).members.map(({ agency, status }) => [agency.id, status]));

describe('roll-up', () => {
  test('a government is its own office, its organs and what is below them, and lower governments', () => {
    const result = rolled(everybody);
    expect(rolledUpCell(result, 'YX', received).value).toBe(150);
    expect(rolledUpCell(result, 'ZQ', received).value).toBe(153);
    expect(statusOf(result, 'ZQ')).toEqual({
      'zq-office': 'reported',
      'zq-edu': 'reported',
      'zq-tax': 'vertical',
      YX: 'fromMembers',
    });
    expect(coverageOf(result, 'ZQ')).toMatchObject({ reports: 6, notReported: 0 });
  });

  test('a government’s own report is no part of its own sum', () => {
    expect(rolledUpCell(rolled({ ...everybody, YX: 999 }), 'YX', received).value).toBe(150);
  });

  test('a lower government counts once: as it reported, or by its members where that is asked for', () => {
    const reported = rolled({ ...everybody, YX: 151 });
    expect(rolledUpCell(reported, 'ZQ', received)).toMatchObject({ value: 154, reports: 3 });
    const summed = rolled({ ...everybody, YX: 151 }, { lowerGovernments: 'fromMembers' });
    expect(rolledUpCell(summed, 'ZQ', received)).toMatchObject({ value: 153, reports: 6 });
  });

  test('vertical bodies count where a setting says so', () => {
    expect(rolledUpCell(rolled(everybody, { includeVertical: true }), 'ZQ', received).value).toBe(1153);
  });

  test('who is missing is named, and makes every sum above an “at least”', () => {
    const { 'yx-town': _, ...others } = everybody;
    const result = rolled(others);
    expect(statusOf(result, 'YX')).toMatchObject({ 'yx-town': 'missing', 'yx-forest': 'reported' });
    expect(rolledUpCell(result, 'YX', received)).toMatchObject({ value: 70, atLeast: true, notReported: 1 });
    expect(rolledUpCell(result, 'ZQ', received)).toMatchObject({ value: 73, atLeast: true, notReported: 1 });
  });

  test('what is missing below a government that reported is that government’s own affair', () => {
    const result = rolled({ 'zq-office': 1, 'zq-edu': 2, YX: 150 });
    expect(rolledUpCell(result, 'ZQ', received)).toMatchObject({ value: 153, atLeast: false, notReported: 0 });
    expect(coverageOf(result, 'YX')).toMatchObject({ reports: 0, notReported: 4 });
  });

  test('a lower government of which nothing is known is missing as one', () => {
    const result = rolled({ 'zq-office': 1, 'zq-edu': 2 });
    expect(statusOf(result, 'ZQ')).toMatchObject({ YX: 'missing' });
    expect(coverageOf(result, 'ZQ').notReported).toBe(1);
  });

  test('blank, “/”, unreadable and not reported stay four different things', () => {
    const result = rolled({
      'yx-office': { 't3.received.total': null },
      'yx-forest': { 't3.received.total': '/' },
      'yx-forest-farm': { 't3.received.total': { unreadable: '三' } },
    });
    expect(rolledUpCell(result, 'YX', received)).toEqual({
      value: 0,
      atLeast: true,
      reports: 3,
      blank: 1,
      notApplicable: 1,
      unreadable: 1,
      notReported: 1,
    });
    expect(rolledUpFacts(result, 'YX')['t3.received.total']).toBeNull();
  });

  test('“/” alone leaves a sum complete, and is kept where everybody wrote it', () => {
    const slash = { 't3.received.total': '/' } as const;
    const all = rolled({ 'yx-office': slash, 'yx-forest': slash, 'yx-forest-farm': slash, 'yx-town': slash });
    expect(rolledUpCell(all, 'YX', received)).toMatchObject({ value: 0, atLeast: false, notApplicable: 4 });
    expect(rolledUpFacts(all, 'YX')['t3.received.total']).toBe('/');
  });

  test('a report in another format is not summed, and is named', () => {
    const old = rowFromFacts(formatById['2019'], { 't3.received.total': 7 });
    const result = rollUp(tree, { format, rows: new Map([...rowsOf(everybody), ['yx-town', old]]) });
    expect(statusOf(result, 'YX')).toMatchObject({ 'yx-town': 'otherFormat' });
    expect(rolledUpCell(result, 'YX', received)).toMatchObject({ value: 70, notReported: 1 });
  });

  test('an organ that is there twice counts once, and is named', () => {
    const twice = agencyTree([
      ...prefecture,
      node('yx-town', 'YX', '青岚镇人民政府'),
      node('yx-town-2', 'YX', '青岚镇人民政府'),
    ]);
    const result = rollUp(twice, { format, rows: rowsOf({ ...everybody, 'yx-town-2': 80 }) });
    expect(rolledUpCell(result, 'YX', received).value).toBe(150);
    const repeated = coverageOf(result, 'YX').members.filter(({ status }) => status === 'repeated');
    expect(repeated.map(({ agency }) => agency.id)).toEqual(['yx-town-2', 'yx-town']);
  });

  test('a total opens down the tree', () => {
    const { 'yx-town': _, ...others } = everybody;
    const result = rolled({ ...others, 'zq-edu': { 't3.received.total': null } });
    const opened = (id: string) =>
      contributionsTo(result, id, received).map(({ agency, status, value }) => [agency.id, status, value]);
    expect(opened('ZQ')).toEqual([
      ['zq-office', 'reported', 1],
      ['zq-edu', 'reported', null],
      ['zq-tax', 'vertical', null],
      ['YX', 'fromMembers', 70],
    ]);
    expect(opened('YX')).toContainEqual(['yx-town', 'missing', null]);
  });

  test('the sum, taken for the government’s report, passes the rules on roll-up', () => {
    const names = new Map(prefecture.map(({ id, name }) => [id, name]));
    const reports = new Map(
      ['yx-office', 'yx-forest', 'yx-forest-farm', 'yx-town'].map((id, at) => [
        id,
        exampleReport({ agency: names.get(id) ?? id, facts: { 't3.received.total': at + 1, 't2.fees.amount': 0.1 } }),
      ]),
    );
    const rows = new Map([...reports].map(([id, { facts }]) => [id, rowFromFacts(format, facts)]));
    const facts = rolledUpFacts(rollUp(tree, { format, rows }), 'YX');
    expect(facts['t2.fees.amount']).toBe(0.4);
    const report = { ...exampleReport({ agency: '云溪县人民政府' }), facts };
    const { findings } = checkReport(report, { members: checkedMembers(tree, 'YX', reports) });
    expect(findings.filter(({ rule }) => rule.startsWith('ROLL-UP'))).toEqual([]);
  });

  test('whatever the members’ figures, their sum passes ROLL-UP-SUM, and one cell changed in it does not', () => {
    const members = fc.array(consistentReports(format), { minLength: 1, maxLength: 3 });
    const county = exampleReport({ agency: '云溪县人民政府', year: format.reportYears.from });
    const ids = ['yx-office', 'yx-forest', 'yx-town'];
    const small = agencyTree(prefecture.filter(({ id }) => ids.includes(id) || id === 'YX'));
    const found = (facts: Facts, reports: ReadonlyMap<string, Report>) =>
      checkReport({ ...county, facts }, { members: checkedMembers(small, 'YX', reports) })
        .findings.filter(({ rule }) => rule === 'ROLL-UP-SUM' || rule === 'ROLL-UP-CARRIED-IN')
        .map(({ cells: [cell], severity }) => ({ cell, severity }));
    fc.assert(
      fc.property(members, fc.constantFrom(...format.cells), (drawn, cell) => {
        const reports = new Map(drawn.map((report, at) => [ids[at] ?? '', report]));
        const rows = new Map([...reports].map(([id, { facts }]) => [id, rowFromFacts(format, facts)]));
        const result = rollUp(small, { format, rows });
        fc.pre(result.sums.exact);
        const sum = rolledUpFacts(result, 'YX');
        expect(found(sum, reports)).toEqual([]);
        const { value } = rolledUpCell(result, 'YX', cell);
        fc.pre(value >= 1 && value < 1e9);
        const severity = drawn.length === ids.length ? 'error' : 'warning';
        expect(found({ ...sum, [cell.key]: Math.floor(value) - 1 }, reports)).toEqual([{ cell: cell.key, severity }]);
      }),
      { numRuns: 60 },
    );
  });

  test('who is no government of the tree has no sum', () => {
    expect(() => coverageOf(rolled(everybody), 'yx-town')).toThrow(RangeError);
  });

  test('whichever lower governments report as their members sum up, every sum is that of the leaves', () => {
    const figures = fc.record(Object.fromEntries(Object.keys(everybody).map((id) => [id, fc.nat(1_000_000)])));
    fc.assert(
      fc.property(figures, fc.boolean(), (leaves, countyReports) => {
        const county = ['yx-office', 'yx-forest', 'yx-forest-farm', 'yx-town'];
        const sumOf = (ids: readonly string[]) => ids.reduce((sum, id) => sum + (leaves[id] ?? 0), 0);
        const result = rolled(countyReports ? { ...leaves, YX: sumOf(county) } : leaves);
        expect(rolledUpCell(result, 'YX', received).value).toBe(sumOf(county));
        expect(rolledUpCell(result, 'ZQ', received).value).toBe(sumOf([...county, 'zq-office', 'zq-edu']));
      }),
    );
  });
});

describe('agency tree', () => {
  test('members are in the order given, with the organs under organs', () => {
    expect(membersUnder(tree, 'YX').map(({ id }) => id)).toEqual([
      'yx-office',
      'yx-forest',
      'yx-forest-farm',
      'yx-town',
    ]);
  });

  test('an organ whose parent is unknown is a root', () => {
    expect(agencyTree([node('a', 'unknown', '云溪县人民政府')]).roots).toHaveLength(1);
  });

  test('an organ that stands above itself is refused by name', () => {
    expect(() => agencyTree([node('a', 'b', '云溪县人民政府'), node('b', 'a', '云溪县林业局')])).toThrow(
      '云溪县人民政府',
    );
  });
});
