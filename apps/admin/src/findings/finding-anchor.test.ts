import type { Finding } from '@nianbao/core';
import { cellKeyOf, formatById } from '@nianbao/core';
import { describe, expect, test } from 'vitest';
import { totalsByCell } from '../figures/totals.ts';
import { anchorOf, findingsByCell, stepFinding } from './finding-anchor.ts';

const format = formatById['2021'];
const totals = totalsByCell(format);
const keys = (...names: string[]) => names.flatMap((name) => cellKeyOf(format, name) ?? []);
const [received, granted, processed] = keys(
  't3.received.naturalPerson',
  't3.granted.naturalPerson',
  't3.processedTotal.naturalPerson',
);

const finding = (more: Partial<Finding>): Finding => ({
  rule: 'T3-BALANCE',
  instance: null,
  severity: 'error',
  cells: [],
  expected: null,
  actual: null,
  difference: null,
  place: null,
  values: {},
  repair: null,
  ...more,
});

describe('where a finding is shown', () => {
  test('at the figure that mends it', () => {
    const repair = granted === undefined ? null : { cell: granted, value: 4 };
    expect(anchorOf(finding({ cells: keys('t3.received.naturalPerson'), repair }), totals)).toEqual({
      kind: 'cell',
      key: granted,
    });
  });

  test('else at the total among its cells, else at the first', () => {
    expect(anchorOf(finding({ cells: [received, processed].flatMap((key) => key ?? []) }), totals)).toEqual({
      kind: 'cell',
      key: processed,
    });
    expect(anchorOf(finding({ cells: [received, granted].flatMap((key) => key ?? []) }), totals)).toEqual({
      kind: 'cell',
      key: received,
    });
  });

  test('a finding on the text at its passage, one on the whole report nowhere', () => {
    const place = {
      kind: 'text',
      section: 0,
      sectionId: 'overview',
      block: 2,
      start: 4,
      end: 9,
      quote: '共收到',
    } as const;
    expect(anchorOf(finding({ place }), totals)).toEqual({
      kind: 'text',
      section: 0,
      block: 2,
      start: 4,
      end: 9,
      quote: '共收到',
    });
    expect(anchorOf(finding({}), totals)).toBeNull();
  });

  test('several findings of one cell stay together', () => {
    const both = findingsByCell(
      [finding({ cells: keys('t4.review.total') }), finding({ cells: keys('t4.review.total') })],
      totals,
    );
    expect(both.get('t4.review.total')).toHaveLength(2);
  });
});

describe('stepping through findings', () => {
  test.each([
    [['a', 'b', 'c'], null, 1, 'a'],
    [['a', 'b', 'c'], null, -1, 'c'],
    [['a', 'b', 'c'], 'c', 1, 'a'],
    [['a', 'b', 'c'], 'a', -1, 'c'],
    [['a', 'b'], 'mended', 1, 'a'],
    [[], 'a', 1, null],
  ] as const)('%j from %s by %i', (list, current, by, next) => {
    expect(stepFinding(list, current, by)).toBe(next);
  });
});
