import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agencyKinds, agencyLevels } from '../agencies/agency.ts';
import { isCreditCode } from '../agencies/credit-code.ts';
import type { StandingAgency } from './columns.ts';
import { agencyColumnKeys, agencyColumns, agencyTableRows } from './columns.ts';
import { tableIssueText } from './issues.ts';
import type { TablePlan } from './plan.ts';
import { planAgencyTable } from './plan.ts';
import type { TextRow } from './read-rows.ts';
import { longestTable, readAgencyTable } from './read-rows.ts';

const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A valid credit code for each number. */
function creditCode(number: number): string {
  const body = `11990421${String(number).padStart(9, '0')}`;
  const last = [...letters].find((letter) => isCreditCode(body + letter));
  if (last === undefined) throw new Error('no check character');
  return body + last;
}

const blank = { kind: null, level: null, mayMakeRegulations: null, powers: null, regionCode: null, creditCode: null };
const agency = (
  id: string,
  parentId: string | null,
  rest: Partial<StandingAgency> & { name: string },
): StandingAgency => ({
  ...blank,
  ...{ id, parentId, position: 0 },
  ...rest,
});

const county = agency('c0', null, { name: '云溪县人民政府', kind: 'government', regionCode: '990421' });
const forestry = agency('f0', 'c0', {
  name: '云溪县林业局',
  kind: 'department',
  creditCode: creditCode(1),
  position: 1,
});
const water = agency('w0', 'c0', { name: '云溪县水务局', creditCode: creditCode(2), position: 2 });
const station = agency('s0', 'f0', { name: '青岚林业站' });
const all = [county, forestry, water, station];

const heads = agencyColumnKeys.map((key) => agencyColumns[key].head);
const table = (rows: readonly (readonly string[])[]): TextRow[] => rows.map((cells, at) => ({ row: at + 1, cells }));

/** What a table does, with everything that is wrong in it. */
function planOf(
  rows: readonly (readonly string[])[],
  agencies: readonly StandingAgency[] = all,
  taken: string[] = [],
): TablePlan {
  const read = readAgencyTable(table(rows));
  const plan = planAgencyTable(read.rows, { root: 'c0', agencies, takenCodes: new Set(taken) });
  return { ...plan, issues: [...read.issues, ...plan.issues] };
}

const short = ['单位名称', '上级单位', '统一社会信用代码', '行政区划代码', '单位类别', '排序', '编号'];
const issuesOf = (...rows: string[][]) =>
  planOf([short, ...rows]).issues.map(({ row, column, code }) => [row, column, code]);

describe('export then import', () => {
  test('is no change', () => {
    expect(planOf([heads, ...agencyTableRows(all)])).toEqual({ steps: [], unchanged: 4, issues: [] });
  });

  test('is no change for any tree, with names and codes as they come', () => {
    const entry = fc.record({
      name: fc.constantFrom('林业局', '林业站', '农业局', '办公室', '中心'),
      above: fc.nat(),
      kind: fc.option(fc.constantFrom(...agencyKinds)),
      level: fc.option(fc.constantFrom(...agencyLevels)),
      mayMakeRegulations: fc.option(fc.boolean()),
      powers: fc.option(fc.record({ licences: fc.boolean(), penalties: fc.boolean(), coercions: fc.boolean() })),
      regionCode: fc.option(fc.constantFrom('220184', '990421')),
      hasCode: fc.boolean(),
      position: fc.nat(1000),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 25 }), fc.boolean(), (entries, withIds) => {
        const agencies: StandingAgency[] = [county];
        entries.forEach(({ above, hasCode, ...rest }, at) => {
          const parentId = agencies[above % agencies.length]?.id ?? 'c0';
          const isTaken = agencies.some((other) => other.parentId === parentId && other.name === rest.name);
          const name = isTaken ? `${rest.name}${at}` : rest.name;
          agencies.push({ ...rest, id: `a${at}`, parentId, name, creditCode: hasCode ? creditCode(at) : null });
        });
        const rows = agencyTableRows(agencies).map((cells) => (withIds ? cells : cells.slice(0, -1)));
        const plan = planOf([withIds ? heads : heads.slice(0, -1), ...rows], agencies);
        const parents = new Set(agencies.map(({ parentId }) => parentId));
        // Without ids a parent can only be told by a name of its own or by its code.
        const isPlain = agencies.every(
          ({ id, name, creditCode: code }) =>
            !parents.has(id) || code !== null || agencies.filter((other) => other.name === name).length === 1,
        );
        fc.pre(withIds || isPlain);
        expect(plan).toEqual({ steps: [], unchanged: agencies.length, issues: [] });
      }),
    );
  });
});

describe('a table', () => {
  test('adds, changes and moves, parents that it adds itself among them', () => {
    const plan = planOf([
      short,
      ['云溪县林业草原局', '云溪县人民政府', creditCode(1), '', '工作部门', '1', 'f0'],
      ['云溪县水务局', '县农业农村局', creditCode(2), '', '', '2', ''],
      ['青岚林业站', '云溪县林业局', '', '', '', '', 's0'],
      ['县农业农村局', '云溪县人民政府', '', '990421', 'Department', '', ''],
    ]);
    expect(plan).toEqual({
      issues: [],
      unchanged: 1,
      steps: [
        {
          ...{ kind: 'change', row: 2, id: 'f0', name: '云溪县林业局', move: null },
          changes: [{ field: 'name', before: '云溪县林业局', after: '云溪县林业草原局' }],
        },
        { kind: 'change', row: 3, id: 'w0', name: '云溪县水务局', changes: [], move: { from: 'c0', to: { row: 5 } } },
        {
          ...{ kind: 'create', row: 5, parent: { id: 'c0' } },
          values: { name: '县农业农村局', creditCode: null, kind: 'department', regionCode: '990421' },
        },
      ],
    });
  });

  test('leaves alone what it has no column for, and says which columns it passed over', () => {
    const read = readAgencyTable(
      table([
        [' 单位 名称 *', '上级单位', '备注'],
        ['云溪县林业局', '云溪县人民政府', '好'],
      ]),
    );
    expect(read).toMatchObject({ issues: [], ignored: ['备注'], rows: [{ fields: { name: '云溪县林业局' } }] });
    expect(
      planOf([
        ['上级单位', '单位名称'],
        ['云溪县人民政府', '云溪县林业局'],
      ]),
    ).toMatchObject({ steps: [], unchanged: 1 });
  });

  test('says of every row what is wrong, all at once, and does nothing', () => {
    expect(
      issuesOf(
        ['', '云溪县人民政府'],
        ['甲局', '乙局', '91350100M000100Y44', '990000', '公司', '-1'],
        ['丙局', '', creditCode(2)],
        ['丁局', '云溪县人民政府', '', '', '', '', 'nobody'],
        ['云溪县林业局', '云溪县人民政府', creditCode(1)],
        ['林业局', '云溪县人民政府', '', '', '', '', 'f0'],
        ['云溪县人民政府', '青岚林业站', '', '990421', '', '', 'c0'],
      ),
    ).toEqual([
      [2, 'name', 'name-missing'],
      [3, 'position', 'position-wrong'],
      [3, 'kind', 'kind-unknown'],
      [3, 'parent', 'parent-unknown'],
      [3, 'regionCode', 'region-code-wrong'],
      [3, 'creditCode', 'credit-code-wrong'],
      [4, 'parent', 'parent-missing'],
      [5, 'id', 'id-unknown'],
      [7, 'name', 'row-repeated'],
      [8, 'parent', 'root-not-moved'],
    ]);
    expect(planOf([short, ['', '云溪县人民政府'], ['甲局', '云溪县人民政府']]).issues).toHaveLength(1);
  });

  test('cannot put agencies in a circle, give two one code, or two siblings one name', () => {
    const moved = ['云溪县林业局', '青岚林业站', creditCode(1), '', '工作部门', '1', 'f0'];
    expect(issuesOf(moved)).toEqual([[2, 'parent', 'cycle']]);
    expect(issuesOf(['甲局', '乙局'], ['乙局', '甲局'])).toEqual([
      [2, 'parent', 'cycle'],
      [3, 'parent', 'cycle'],
    ]);
    const code = creditCode(9);
    expect(issuesOf(['甲局', '云溪县人民政府', code], ['乙局', '云溪县人民政府', code])).toEqual([
      [3, 'creditCode', 'credit-code-repeated'],
    ]);
    expect(issuesOf(['甲局', '云溪县人民政府'], ['甲局', '云溪县人民政府'])).toEqual([[3, 'name', 'name-repeated']]);
    const plan = planOf([short, ['甲局', '云溪县人民政府', code]], all, [code]);
    expect(plan.issues.map((issue) => issue.code)).toEqual(['credit-code-taken']);
  });

  test('may exchange the codes of two agencies', () => {
    const rows = [
      ['云溪县林业局', '云溪县人民政府', creditCode(2), '', '工作部门', '1', 'f0'],
      ['云溪县水务局', '云溪县人民政府', creditCode(1), '', '', '2', 'w0'],
    ];
    expect(planOf([short, ...rows])).toMatchObject({ issues: [], steps: [{ id: 'f0' }, { id: 'w0' }] });
  });

  test('names a parent that several are called by its code', () => {
    const twin = agency('s1', 'w0', { name: '青岚林业站', creditCode: creditCode(7) });
    const rows = (parent: string) => planOf([short, ['护林点', parent]], [...all, twin]);
    expect(rows('青岚林业站').issues.map(({ code }) => code)).toEqual(['parent-ambiguous']);
    expect(rows(creditCode(7)).steps).toMatchObject([{ kind: 'create', parent: { id: 's1' } }]);
    expect(rows('s1').steps).toMatchObject([{ parent: { id: 's1' } }]);
  });

  test.each<[string, string[][]]>([
    ['table-empty', []],
    ['table-empty', [['单位名称', '上级单位']]],
    [
      'column-missing',
      [
        ['名称', '上级单位'],
        ['甲局', ''],
      ],
    ],
    [
      'column-missing',
      [
        ['单位名称', '上级单位', '行政处罚权'],
        ['甲局', '', '是'],
      ],
    ],
    [
      'column-repeated',
      [
        ['单位名称', '上级单位', '上级单位'],
        ['甲局', '', ''],
      ],
    ],
    ['table-too-long', [['单位名称', '上级单位'], ...Array.from({ length: longestTable + 1 }, () => ['甲局', ''])]],
    [
      'name-wrong',
      [
        ['单位名称', '上级单位'],
        ['局'.repeat(201), ''],
      ],
    ],
    [
      'not-yes-or-no',
      [
        ['单位名称', '上级单位', '可制定规章'],
        ['甲局', '', '也许'],
      ],
    ],
    [
      'powers-incomplete',
      [
        ['单位名称', '上级单位', '行政许可权', '行政处罚权', '行政强制权'],
        ['甲局', '', '是', '', '否'],
      ],
    ],
    [
      'level-unknown',
      [
        ['单位名称', '上级单位', '层级'],
        ['甲局', '', '村级'],
      ],
    ],
  ])('is refused: %s', (code, rows) => {
    const { issues } = readAgencyTable(table(rows));
    expect(issues.map((issue) => issue.code)).toContain(code);
    for (const issue of issues) {
      const { message, next } = tableIssueText(issue);
      expect(`${message.zh}${message.en}${next.zh}${next.en}`).not.toMatch(/\{\w+\}/);
    }
  });
});
