import { describe, expect, it } from 'vitest';
import type { CellValue, Facts } from '../figures/facts.ts';
import { comparableFigures, correspondences, sumOfCells } from './correspondence.ts';
import { formatById } from './formats.ts';
import { keysAt } from './keys-at.ts';

const earlier = formatById['2019'];
const later = formatById['2021'];

const named = (id: '2019' | '2021') =>
  correspondences.flatMap((one) => {
    if (one.kind === 'none') return one.format === id ? [one.cell] : [];
    return id === '2019' ? [one.earlier] : one.later;
  });

const brought = (facts: Facts, from: typeof earlier, to: typeof earlier) =>
  new Map(comparableFigures(facts, from, to).map((figure) => [figure.cells.join(), figure]));

describe('the correspondence of the two formats', () => {
  it.each([earlier, later])('says of every cell of format $id exactly once what it corresponds to', (format) => {
    expect(named(format.id).toSorted()).toEqual(format.cells.map(({ key }) => key).toSorted());
  });

  it('keeps the applications and the disputes comparable without a break', () => {
    const breaks = correspondences.filter(({ kind }) => kind === 'changedMeaning' || kind === 'none');
    expect(
      breaks
        .flatMap((one) => (one.kind === 'none' ? one.cell : one.kind === 'changedMeaning' ? one.earlier : []))
        .filter((key) => !key.startsWith('t2.')),
    ).toEqual([]);
  });

  it('marks 规范性文件 as narrower from 2021', () => {
    const figure = brought({ 't2.normativeDocuments.made': 12 }, earlier, later).get('t2.normativeDocuments.issued');
    expect(figure).toMatchObject({ value: 12, breakReason: { zh: expect.stringContaining('窄') } });
  });

  it('does not bring fees over, whose unit changed from 项 to 万元', () => {
    expect(brought({ 't2.fees.amount': 25.1 }, later, earlier).has('t2.fees.priorYearItems')).toBe(false);
    expect([...brought({ 't2.fees.priorYearItems': 3 }, earlier, later).keys()].join()).not.toContain('fees');
  });

  it('adds the three rows of 其他处理 for a comparison with 2019 and 2020', () => {
    const facts = {
      't3.other.overdueCorrection.total': 2,
      't3.other.overdueFee.total': '/',
      't3.other.otherHandling.total': 5,
    } as const;
    expect(brought(facts, later, earlier).get('t3.other.total')?.value).toBe(7);
  });

  it('compares 其他处理 of 2019 with the sum of the three rows, never with one of them', () => {
    const figure = comparableFigures({ 't3.other.total': 7 }, earlier, later).find(({ value }) => value === 7);
    expect(figure?.cells).toHaveLength(3);
  });

  it('leaves a report of the same format as it is', () => {
    const figures = comparableFigures({ 't3.received.total': 4 }, later, later);
    expect(figures).toHaveLength(later.cells.length);
    expect(figures.filter(({ value }) => value === 4).map(({ cells }) => cells)).toEqual([['t3.received.total']]);
  });
});

describe('a sum of cells', () => {
  const cells = keysAt(later, { table: 't4', rows: ['review'], columns: ['upheld', 'corrected'] });
  const [upheld = '', corrected = ''] = cells;

  const cases: readonly { what: string; values: readonly CellValue[]; sum: CellValue }[] = [
    { what: 'numbers', values: [2, 3], sum: 5 },
    { what: 'a number and “/”', values: [2, '/'], sum: 2 },
    { what: '“/” alone', values: ['/', '/'], sum: '/' },
    { what: 'a number and a blank', values: [2, null], sum: null },
    { what: 'a blank and a text', values: [null, { unreadable: '若干' }], sum: { unreadable: '若干' } },
  ];

  it.each(cases)('of $what', ({ values: [first = null, second = null], sum }) => {
    expect(sumOfCells('count', { [upheld]: first, [corrected]: second }, cells)).toEqual(sum);
  });

  it('is exact for amounts', () => {
    expect(sumOfCells('money', { [upheld]: 0.1, [corrected]: 0.2 }, cells)).toBe(0.3);
  });
});
