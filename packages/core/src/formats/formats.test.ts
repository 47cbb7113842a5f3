import { describe, expect, it } from 'vitest';
import { cellKeyOf, findCell, formatById, formatForYear, formats } from './formats.ts';
import { keysAt } from './keys-at.ts';
import { cellLabel, columnLabel, groupLabel, placeIn, rowLabel } from './place-labels.ts';

describe.each([
  { id: '2019', cells: 198, bySection: { t2: 22, t3: 161, t4: 15 } },
  { id: '2021', cells: 200, bySection: { t2: 10, t3: 175, t4: 15 } },
] as const)('format $id', ({ id, cells, bySection }) => {
  const format = formatById[id];

  it('has the cells of the official tables', () => {
    expect(format.cells).toHaveLength(cells);
    for (const [table, count] of Object.entries(bySection)) {
      expect(format.cells.filter((cell) => cell.table === table)).toHaveLength(count);
    }
  });

  it('names every cell once and knows its place', () => {
    expect(new Set(format.cells.map(({ key }) => key)).size).toBe(cells);
    expect(format.cells.map(({ key }) => format.indexOf.get(key))).toEqual(format.cells.map((_, at) => at));
  });

  it('gives every cell its official labels and a key made of table, row and column', () => {
    for (const cell of format.cells) {
      expect(cell.key).toBe(`${cell.table}.${cell.row}.${cell.column}`);
      expect(cell.labels.length).toBeGreaterThanOrEqual(2);
      expect(cell.labels.every((label) => label.trim() === label && label !== '')).toBe(true);
    }
  });

  it('stands in official order: 表二 row by row, 表三 row by row, 表四 block by block', () => {
    const [, applications] = format.tables;
    const expected = applications.rows.flatMap((row) => applications.columns.map(({ key }) => `t3.${row.key}.${key}`));
    expect(format.cells.filter(({ table }) => table === 't3').map(({ key }) => key)).toEqual(expected);
    expect(format.cells.map(({ table }) => table)).toEqual(format.cells.map(({ table }) => table).toSorted());
  });
});

describe('the right format', () => {
  it.each([
    [2018, null],
    [2019, '2019'],
    [2020, '2019'],
    [2021, '2021'],
    [2031, '2021'],
  ])('for report year %s is %s', (year, id) => {
    expect(formatForYear(year)?.id ?? null).toBe(id);
  });

  it('leaves no year between two formats', () => {
    for (const [at, format] of formats.entries()) {
      const next = formats[at + 1];
      expect(format.reportYears.to).toBe(next === undefined ? null : next.reportYears.from - 1);
    }
  });
});

describe('finding cells', () => {
  const format = formatById['2021'];

  it('takes only names that the format has', () => {
    expect(cellKeyOf(format, 't3.refused.stateSecret.total')).toBe('t3.refused.stateSecret.total');
    expect(cellKeyOf(format, 't3.other.total')).toBeNull();
    expect(findCell(format, 'toString')).toBeUndefined();
  });

  it('lists a range in official order', () => {
    expect(keysAt(format, { table: 't4', columns: ['total'] })).toEqual([
      't4.review.total',
      't4.litigationDirect.total',
      't4.litigationAfterReview.total',
    ]);
    expect(keysAt(format, { table: 't3', rows: ['carriedIn', 'received'], columns: ['enterprise'] })).toEqual([
      't3.received.enterprise',
      't3.carriedIn.enterprise',
    ]);
    expect(keysAt(format, { table: 't2', rows: ['procurement'] })).toEqual([]);
  });

  it('calls places as the form does', () => {
    const [, applications, disputes] = format.tables;
    expect(columnLabel(applications, 'naturalPerson')).toBe('自然人');
    expect(columnLabel(applications, 'otherOrganisation')).toBe('法人或其他组织 · 其他');
    expect(rowLabel(applications, 'refused.stateSecret')).toBe('（三）不予公开 · 1.属于国家秘密');
    expect(groupLabel(disputes, 'litigationAfterReview')).toBe('行政诉讼 · 复议后起诉');
    expect(placeIn(columnLabel(applications, 'enterprise'), 'en')).not.toMatch(/\p{Script=Han}/u);
    expect(placeIn('青岚镇人民政府', 'en')).toBe('青岚镇人民政府');
    const fees = findCell(format, 't2.fees.amount');
    expect(fees && cellLabel(fees)).toContain('行政事业性收费 · 本年收费金额');
  });
});
