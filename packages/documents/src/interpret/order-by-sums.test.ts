import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderBySums } from './order-by-sums.ts';

const shape = { groups: 3, outcomes: 4 };
const noHeads: (number | null)[] = Array(15).fill(null);

const told = (figures: readonly number[], headedBy = noHeads) =>
  orderBySums({ figures, headedBy }, shape)?.map((at) => figures[at]) ?? null;

const inOrder = [31, 7, 2, 5, 45, 9, 0, 4, 1, 14, 3, 8, 0, 2, 13];

describe('orderBySums', () => {
  it('finds totals that stand out of their places', () => {
    expect(told([31, 7, 2, 5, 9, 0, 4, 1, 45, 3, 8, 0, 2, 14, 13])).toEqual(inOrder);
  });

  const crossed = [31, 7, 2, 5, 3, 8, 0, 2, 45, 9, 0, 4, 1, 14, 13];

  it('takes neither order where runs and totals come in different ones', () => {
    expect(told(crossed)).toBeNull();
  });

  it('takes the one that a head alone before a run decides for', () => {
    expect(told(crossed, noHeads.with(4, 2))).toEqual(inOrder);
    expect(told(crossed, noHeads.with(4, 1))).toEqual([31, 7, 2, 5, 45, 3, 8, 0, 2, 13, 9, 0, 4, 1, 14]);
  });

  it('takes nothing that a head denies', () => {
    expect(told([31, 7, 2, 5, 9, 0, 4, 1, 45, 3, 8, 0, 2, 14, 13], noHeads.with(4, 2))).toBeNull();
  });

  it.each([
    ['figures that are all 0 need no order', Array(15).fill(0), Array(15).fill(0)],
    ['several orders fit', [0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0], null],
    ['no order fits', [31, 7, 2, 5, 9, 0, 4, 1, 46, 3, 8, 0, 2, 14, 13], null],
    ['there are too few', [1, 1], null],
  ])('%s', (_, figures, expected) => {
    expect(told(figures)).toEqual(expected);
  });

  const outcomes = fc.array(fc.nat(500), { minLength: 12, maxLength: 12 });
  const slots = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 3, maxLength: 3 });

  it('tells no order but the true one where runs and totals each keep theirs', () => {
    fc.assert(
      fc.property(outcomes, slots, (cells, runSlots) => {
        const runs = [0, 4, 8].map((from) => cells.slice(from, from + 4));
        const totals = runs.map((run) => run.reduce((sum, cell) => sum + cell, 0));
        const truth = runs.flatMap((run, at) => [...run, totals[at] ?? 0]);
        const left = { runs: [...runs], totals: [...totals] };
        const mixed = [0, 1, 2, 3, 4, 5].flatMap((slot) =>
          runSlots.includes(slot) ? (left.runs.shift() ?? []) : [left.totals.shift() ?? 0],
        );
        const found = told(mixed);
        expect(found === null || found.join() === truth.join()).toBe(true);
      }),
    );
  });
});
