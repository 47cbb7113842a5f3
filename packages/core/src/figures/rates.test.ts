import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatById, formats } from '../formats/formats.ts';
import type { CellValue, Facts } from './facts.ts';
import { rowFromFacts } from './facts.ts';
import { computeRate, rates } from './rates.ts';

const rate = (id: string, facts: Facts) => {
  const definition = rates.find((known) => known.id === id);
  if (definition === undefined) throw new Error(`no rate ${id}`);
  return computeRate(definition, rowFromFacts(formatById['2021'], facts));
};

const disclosed = (granted: CellValue, partial: CellValue, processed: CellValue): Facts => ({
  't3.granted.total': granted,
  't3.partial.total': partial,
  't3.processedTotal.total': processed,
});

describe('公开率', () => {
  it('is disclosed and partly disclosed over all results', () => {
    expect(rate('disclosed', disclosed(30, 10, 80))).toEqual({
      kind: 'rate',
      value: 0.5,
      numerator: 40,
      denominator: 80,
    });
  });

  it.each<[string, Facts, string]>([
    ['the denominator is under 10', disclosed(3, 1, 9), 'smallDenominator'],
    ['the denominator is 0', disclosed(0, 0, 0), 'smallDenominator'],
    ['a term is blank', disclosed(30, null, 80), 'absentFigure'],
    ['a term is “/”', disclosed(30, '/', 80), 'absentFigure'],
    ['a term is unreadable', disclosed(30, { unreadable: '减4' }, 80), 'absentFigure'],
    ['the part exceeds the whole', disclosed(70, 20, 80), 'notAShare'],
  ])('is not given where %s', (_, facts, reason) => {
    expect(rate('disclosed', facts)).toMatchObject({ kind: 'none', reason });
  });

  it('names the cells that are absent', () => {
    expect(rate('disclosed', disclosed(30, null, 80))).toMatchObject({ cells: ['t3.partial.total'] });
  });
});

it('takes pending cases off the denominator of the correction rates', () => {
  const facts = { 't4.review.corrected': 4, 't4.review.total': 22, 't4.review.pending': 2 };
  expect(rate('correctedInReview', facts)).toMatchObject({ value: 0.2, denominator: 20 });
});

it('lets reviews outnumber results, since a review may follow a reply of the year before', () => {
  expect(rate('reviewed', { 't4.review.total': 12, 't3.processedTotal.total': 10 })).toMatchObject({ value: 1.2 });
});

it.each(formats)('finds every term in format $id', (format) => {
  for (const definition of rates) {
    expect(computeRate(definition, rowFromFacts(format, {}))).toMatchObject({ reason: 'absentFigure' });
  }
});

it('keeps every share between 0 and 1', () => {
  const facts = fc.dictionary(fc.constantFrom(...formatById['2021'].cells.map(({ key }) => key)), fc.nat(60), {
    minKeys: 150,
  });
  fc.assert(
    fc.property(facts, (some) => {
      const row = rowFromFacts(formatById['2021'], {
        ...Object.fromEntries(formatById['2021'].cells.map(({ key }) => [key, 12])),
        ...some,
      });
      for (const definition of rates.filter(({ share }) => share)) {
        const computed = computeRate(definition, row);
        if (computed.kind === 'rate') expect(computed.value).toBeLessThanOrEqual(1);
      }
    }),
  );
});
