import type { Cell, Facts } from '@nianbao/core';
import { findCell, formatById } from '@nianbao/core';
import { describe, expect, it } from 'vitest';
import { equationsOf, relatedCells } from './equations.ts';

const format = formatById['2021'];

function cell(name: string): Cell {
  const found = findCell(format, name);
  if (found === undefined) throw new Error(`no cell ${name}`);
  return found;
}

const zeros: Facts = Object.fromEntries(format.cells.map(({ key }) => [key, 0]));

const rulesOf = (name: string) => equationsOf(format, cell(name), zeros).map(({ rule }) => rule);

describe('the sums of a figure', () => {
  it.each([
    ['t3.processedTotal.total', ['T3-PROCESSED-SUM', 'T3-ROW-TOTAL', 'T3-BALANCE']],
    ['t3.received.total', ['T3-ROW-TOTAL', 'T3-BALANCE']],
    ['t3.granted.naturalPerson', ['T3-PROCESSED-SUM', 'T3-ROW-TOTAL']],
    ['t4.review.pending', ['T4-TOTAL']],
    ['t2.licences.decisions', []],
  ])('%s: %j', (name, rules) => {
    expect(rulesOf(name)).toEqual(rules);
  });

  it.each<[string, Facts, object]>([
    ['holds', { 't4.review.upheld': 2, 't4.review.pending': 1, 't4.review.total': 3 }, { kind: 'holds' }],
    ['fails by what is missing', { 't4.review.upheld': 2, 't4.review.total': 5 }, { kind: 'fails', difference: 3 }],
    ['is undecided with a blank', { 't4.review.upheld': null, 't4.review.total': 5 }, { kind: 'undecided' }],
    ['is undecided with “/”', { 't4.review.upheld': '/', 't4.review.total': 5 }, { kind: 'undecided' }],
  ])('%s', (_, facts, verdict) => {
    expect(equationsOf(format, cell('t4.review.total'), { ...zeros, ...facts })[0]?.verdict).toEqual(verdict);
  });
});

describe('the cells beside a figure', () => {
  const related = (name: string) => [...relatedCells(cell(name), equationsOf(format, cell(name), zeros))];

  it('are the parts of a total', () => {
    expect(related('t4.review.total')).toEqual([
      't4.review.upheld',
      't4.review.corrected',
      't4.review.otherOutcome',
      't4.review.pending',
    ]);
  });

  it('are the totals of a part', () => {
    expect(new Set(related('t3.granted.enterprise'))).toEqual(
      new Set(['t3.processedTotal.enterprise', 't3.granted.total']),
    );
  });
});
