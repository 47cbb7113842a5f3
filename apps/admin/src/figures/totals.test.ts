import type { Facts } from '@nianbao/core';
import { formatById, formats } from '@nianbao/core';
import { describe, expect, test } from 'vitest';
import { computedTotal, fillBlanks, fillTotals, totalsByCell, totalsOf } from './totals.ts';

const format = formatById['2021'];

describe('totals of the form', () => {
  test.each(formats)('format $id: row totals, column totals and the totals of 表四', (known) => {
    const byCell = totalsByCell(known);
    expect(byCell.get('t4.review.total')?.parts).toHaveLength(4);
    expect(byCell.get('t3.received.total')?.parts).toHaveLength(6);
    expect(byCell.has('t3.processedTotal.enterprise')).toBe(true);
    expect(byCell.has('t3.received.naturalPerson')).toBe(false);
  });

  test('are computed only from figures that are all there', () => {
    const total = totalsByCell(format).get('t4.review.total');
    if (total === undefined) throw new Error('no total for 复议');
    const filled: Facts = {
      't4.review.upheld': 2,
      't4.review.corrected': 0,
      't4.review.otherOutcome': 1,
      't4.review.pending': '/',
    };
    expect(computedTotal(total, filled)).toBe(3);
    expect(computedTotal(total, { ...filled, 't4.review.pending': null })).toBeNull();
    expect(computedTotal(total, { ...filled, 't4.review.pending': { unreadable: '3件' } })).toBeNull();
  });

  test('are filled in one go, totals of totals last', () => {
    const facts: Record<string, number> = {};
    for (const cell of format.cells) {
      if (!totalsByCell(format).has(cell.key)) facts[cell.key] = cell.table === 't2' ? 0 : 1;
    }
    const filled = {
      ...facts,
      ...Object.fromEntries(fillTotals(totalsOf(format), facts).map(({ key, value }) => [key, value])),
    };
    expect(filled['t3.received.total']).toBe(6);
    expect(filled['t3.processedTotal.naturalPerson']).toBe(21);
    expect(filled['t3.processedTotal.total']).toBe(126);
    expect(fillTotals(totalsOf(format), filled)).toEqual([]);
  });

  test('a blank becomes 0 only in the table that was asked for', () => {
    const filled = fillBlanks(format, 't4', { 't4.review.upheld': 1, 't4.review.corrected': '/' });
    expect(filled).toHaveLength(13);
    expect(filled.every(({ value }) => value === 0)).toBe(true);
  });
});
