import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellKind } from '../formats/format.ts';
import { findCell, formatById, formats } from '../formats/formats.ts';
import { cellValues } from '../testing/arbitraries.ts';
import type { CellValue, Facts } from './facts.ts';
import { alterFacts, cellSchema, factsFromRow, factsSchema, figureOf, rowFromFacts, setFact } from './facts.ts';
import { blankRow, cellState, figureAt, scaleFigure, unscaleFigure } from './figure-row.ts';

const format = formatById['2021'];
const received = format.cells.find(({ key }) => key === 't3.received.total');
const fees = format.cells.find(({ key }) => key === 't2.fees.amount');
if (received === undefined || fees === undefined) throw new Error('cells of the 2021 format');

describe('the four states of a cell', () => {
  it.each<[string, CellValue | undefined, number, number | null]>([
    ['a number', 0, cellState.number, 0],
    ['a blank', null, cellState.blank, null],
    ['what is left out', undefined, cellState.blank, null],
    ['“/”', '/', cellState.notApplicable, null],
    ['a text', { unreadable: '十余件' }, cellState.unreadable, null],
    ['a number that no count can be', -1, cellState.unreadable, null],
    ['a fraction of a count', 1.5, cellState.unreadable, null],
  ])('%s', (...[, value, state, figure]) => {
    const row = rowFromFacts(format, value === undefined ? {} : { [received.key]: value });
    expect(row.states[received.index]).toBe(state);
    expect(figureAt(row, received)).toBe(figure);
  });

  it('counts the absent figures of a row', () => {
    const row = blankRow(format);
    expect(row.absent).toBe(200);
    setFact(row, received, 3);
    setFact(row, received, 4);
    expect(row.absent).toBe(199);
    setFact(row, received, '/');
    expect(row.absent).toBe(200);
  });
});

describe('what a cell can hold exactly', () => {
  it.each<[CellKind, number, number | null]>([
    ['count', 0, 0],
    ['count', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    ['count', Number.MAX_SAFE_INTEGER + 1, null],
    ['count', -1, null],
    ['count', 0.5, null],
    ['count', Number.NaN, null],
    ['change', -38, -38],
    ['change', 0.5, null],
    ['money', 25.1, 25_100_000],
    ['money', 0.000001, 1],
    ['money', 0.0000001, null],
    ['money', -0.01, null],
    ['money', Number.POSITIVE_INFINITY, null],
    ['money', 9_007_199_254.74, 9_007_199_254_740_000],
  ])('%s %d as %s', (kind, value, scaled) => {
    expect(scaleFigure(kind, value)).toBe(scaled);
  });

  it('keeps every amount to the 分 through sums', () => {
    const fen = fc.nat({ max: 1_000_000_000 });
    fc.assert(
      fc.property(fc.array(fen, { maxLength: 20 }), (amounts) => {
        const scaled = amounts.map((amount) => scaleFigure('money', amount / 1_000_000) ?? Number.NaN);
        const sum = unscaleFigure(
          'money',
          scaled.reduce((total, amount) => total + amount, 0),
        );
        const exact = amounts.reduce((total, amount) => total + amount, 0);
        expect(scaleFigure('money', sum)).toBe(exact);
      }),
    );
  });
});

describe.each(formats.map((one) => ({ one })))('facts of format $one.id', ({ one }) => {
  const facts: fc.Arbitrary<Facts> = fc
    .tuple(...one.cells.map((cell) => cellValues(cell).map((value) => [cell.key, value] as const)))
    .map((entries) => Object.fromEntries(entries));

  it('come back from a row as they went in', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const texts = new Map(
          Object.entries(given).flatMap(([key, value]) =>
            typeof value === 'object' && value !== null ? [[key, value.unreadable] as const] : [],
          ),
        );
        expect(factsFromRow(rowFromFacts(one, given), texts)).toEqual(given);
      }),
      { numRuns: 30 },
    );
  });

  const figures = facts.map((given) => {
    const entries = Object.entries(given);
    return Object.fromEntries(entries.filter(([, value]) => typeof value !== 'object' || value === null));
  });

  it('are altered in a row as they would be one by one, and told with what was there', () => {
    fc.assert(
      fc.property(figures, figures, (given, others) => {
        const row = rowFromFacts(one, given);
        const before = factsFromRow(row);
        const altered = alterFacts(row, new Map(Object.entries(others))) ?? [];
        expect(factsFromRow(row)).toEqual({ ...before, ...others });
        expect(new Set(altered)).toEqual(
          new Set(
            Object.entries(others)
              .filter(([key, value]) => before[key] !== value)
              .map(([key, after]) => ({ key, before: before[key], after })),
          ),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('pass their schema and survive JSON', () => {
    fc.assert(
      fc.property(facts, (given) => {
        expect(factsSchema(one).parse(JSON.parse(JSON.stringify(given)))).toEqual(given);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a row that cannot hold what a cell says', () => {
  const text = { unreadable: '十余件' };

  it('is not altered where a text stands in it', () => {
    const row = rowFromFacts(format, { [fees.key]: text });
    expect(alterFacts(row, new Map([[received.key, 3]]))).toBeNull();
    expect(figureAt(row, received)).toBeNull();
  });

  it('takes no text', () => {
    const row = rowFromFacts(format, { [fees.key]: 2 });
    expect(
      alterFacts(
        row,
        new Map<string, CellValue>([
          [received.key, 3],
          [fees.key, text],
        ]),
      ),
    ).toBeNull();
    expect(figureAt(row, received)).toBeNull();
  });
});

describe('the schema of facts', () => {
  it.each<[string, unknown]>([
    ['a key of another format', { 't3.other.total': 1 }],
    ['a fraction of a count', { 't3.received.total': 1.5 }],
    ['a negative count', { 't3.received.total': -1 }],
    ['a number as text', { 't3.received.total': '1' }],
    ['a number beyond exactness', { 't3.received.total': 2 ** 53 }],
    ['an amount finer than six decimals', { 't2.fees.amount': 0.1234567 }],
  ])('refuses %s', (_what, given) => {
    expect(factsSchema(format).safeParse(given).success).toBe(false);
  });

  it('allows a negative change, and only there', () => {
    const change = findCell(formatById['2019'], 't2.licences.change');
    expect(change && cellSchema(change).safeParse(-4).success).toBe(true);
    expect(cellSchema(received).safeParse(-4).success).toBe(false);
  });

  it('says in both languages what a cell must hold', () => {
    const [issue] = cellSchema(fees).safeParse(-1).error?.issues ?? [];
    expect(JSON.stringify(issue)).toMatch(/六位小数.*six decimals/);
  });
});

it('reads an amount in its scaled form', () => {
  expect(figureOf('money', 0.07)).toEqual({ state: cellState.number, value: 70_000 });
});
