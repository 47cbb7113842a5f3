import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setFact } from '../figures/facts.ts';
import type { FigureRow } from '../figures/figure-row.ts';
import { blankRow, cellState } from '../figures/figure-row.ts';
import type { Cell } from '../formats/format.ts';
import { findCell, formatById } from '../formats/formats.ts';
import { cellValues } from '../testing/arbitraries.ts';
import { cellSum, packRows, rollUpRows } from './roll-up-rows.ts';

const format = formatById['2021'];

function cell(name: string): Cell {
  const found = findCell(format, name);
  if (found === undefined) throw new Error(`no cell ${name}`);
  return found;
}

function rowOf(values: Parameters<typeof setFact>[2][], at: Cell): FigureRow[] {
  return values.map((value) => {
    const row = blankRow(format);
    setFact(row, at, value);
    return row;
  });
}

describe('rolling rows up a tree', () => {
  const received = cell('t3.received.total');
  const fees = cell('t2.fees.amount');

  it('adds every report to its group and every group to those above it', () => {
    const [first, second, third] = rowOf([5, 7, 11], received);
    if (first === undefined || second === undefined || third === undefined) throw new Error('three rows');
    const rows = packRows(format, [
      { row: first, group: 0 },
      { row: second, group: 1 },
      { row: third, group: 2 },
    ]);
    const sums = rollUpRows(rows, Int32Array.of(-1, 0, 1));
    expect([0, 1, 2].map((group) => cellSum(sums, group, received))).toEqual([
      { value: 23, reports: 3, blank: 0, notApplicable: 0, unreadable: 0 },
      { value: 18, reports: 2, blank: 0, notApplicable: 0, unreadable: 0 },
      { value: 11, reports: 1, blank: 0, notApplicable: 0, unreadable: 0 },
    ]);
  });

  it('keeps blank, not applicable and unreadable apart from zero and from each other', () => {
    const rows = rowOf([0, null, '/', { unreadable: '若干' }, null], received).map((row) => ({ row, group: 1 }));
    const sums = rollUpRows(packRows(format, rows), Int32Array.of(-1, 0));
    expect(cellSum(sums, 0, received)).toEqual({ value: 0, reports: 5, blank: 2, notApplicable: 1, unreadable: 1 });
  });

  it('sums amounts to the 分', () => {
    const rows = rowOf([0.1, 0.2, 251.37], fees).map((row) => ({ row, group: 0 }));
    expect(cellSum(rollUpRows(packRows(format, rows), Int32Array.of(-1)), 0, fees).value).toBe(251.67);
  });

  it('says when a sum outgrew what can be held exactly', () => {
    const rows = rowOf([Number.MAX_SAFE_INTEGER, 1], received).map((row) => ({ row, group: 0 }));
    expect(rollUpRows(packRows(format, rows.slice(0, 1)), Int32Array.of(-1)).exact).toBe(true);
    expect(rollUpRows(packRows(format, rows), Int32Array.of(-1)).exact).toBe(false);
  });

  it('refuses a report outside every group and a group before its parent', () => {
    const rows = packRows(format, [{ row: blankRow(format), group: 1 }]);
    expect(() => rollUpRows(rows, Int32Array.of(-1))).toThrow(RangeError);
    expect(() => rollUpRows(rows, Int32Array.of(1, -1))).toThrow(RangeError);
  });

  it('gives the top the plain sum of everything, for any tree', () => {
    const report = fc.tuple(cellValues(received), fc.nat());
    const tree = fc.array(fc.nat(), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(report, { maxLength: 30 }), tree, (reports, seeds) => {
        const parents = Int32Array.from(seeds, (seed, at) => (at === 0 ? -1 : seed % at));
        const rows = reports.map(([value, group]) => ({ row: blankRow(format), value, group: group % parents.length }));
        for (const { row, value } of rows) setFact(row, received, value);
        const sums = rollUpRows(packRows(format, rows), parents);
        const total = rows.reduce((sum, { row }) => sum + BigInt(row.values[received.index] ?? 0), 0n);
        expect(sums.exact).toBe(total <= BigInt(Number.MAX_SAFE_INTEGER));
        const top = cellSum(sums, 0, received);
        const states = rows.map(({ row }) => row.states[received.index]);
        expect(top).toEqual({
          value: sums.exact ? Number(total) : top.value,
          reports: rows.length,
          blank: states.filter((state) => state === cellState.blank).length,
          notApplicable: states.filter((state) => state === cellState.notApplicable).length,
          unreadable: states.filter((state) => state === cellState.unreadable).length,
        });
      }),
    );
  });
});
