import type { CellValue } from '@nianbao/core';
import { emptyReport, formatById } from '@nianbao/core';
import { describe, expect, test } from 'vitest';
import type { ReadFigure } from './read-cells.ts';
import { certainKeys, countCells, passes, readCells, stepQuestion } from './read-cells.ts';

const format = formatById['2021'];
const [regulations, abolished, inForce, normative, decided, ended] = format.cells.map(({ key }): string => key);
const figure = (key: string, confidence: number): ReadFigure => ({
  ...{ key, text: '3', part: null, line: 1, column: 1, confidence, doubts: [], context: null },
});

const facts: Record<string, CellValue> = {
  [regulations ?? '']: 3,
  [abolished ?? '']: 3,
  [inForce ?? '']: 3,
  [normative ?? '']: 3,
  [decided ?? '']: { unreadable: '约3件' },
};
const figures = [regulations, abolished, inForce, normative].map((key = '') =>
  figure(key, key === normative ? 0.5 : 1),
);
const result = {
  understood: { ...emptyReport('云溪县林业局', 2025, format), facts },
  ...{ figures, missing: [ended ?? ''], otherFormat: false },
};
const draft = { [regulations ?? '']: 3, [abolished ?? '']: 4 };
const cells = readCells(format, result, draft);

describe('a cell of the file against the draft', () => {
  test('is in one of seven states', () => {
    expect(cells.slice(0, 7).map(({ state }) => state)).toEqual([
      'same',
      'different',
      'new',
      'uncertain',
      'unreadable',
      'missing',
      'blank',
    ]);
    expect(countCells(cells)).toEqual({
      read: 5,
      takeable: 4,
      states: { same: 1, new: 1, different: 1, uncertain: 1, unreadable: 1, missing: 1, blank: 194 },
    });
  });

  test('is taken by itself only where it changes something and is in no doubt', () => {
    expect(certainKeys(cells)).toEqual([abolished, inForce]);
  });

  test('can be taken only where the formats are the same', () => {
    const other = readCells(format, { ...result, otherFormat: true }, draft);
    expect(other.some(({ takeable }) => takeable)).toBe(false);
    expect(other.map(({ read }) => read)).toEqual(cells.map(({ read }) => read));
  });

  test('a zero of the file is no blank of the draft', () => {
    const zero = { ...result, understood: { ...result.understood, facts: { [regulations ?? '']: 0 } } };
    expect(readCells(format, zero, {})[0]).toMatchObject({ state: 'new', takeable: true });
  });
});

test('n and p go from question to question in official order, and round', () => {
  const way = (by: 1 | -1, from: string | null) => stepQuestion(cells, from, by)?.key;
  expect(way(1, null)).toBe(abolished);
  expect(way(1, abolished ?? null)).toBe(normative);
  expect(way(1, decided ?? null)).toBe(abolished);
  expect(way(-1, null)).toBe(decided);
  expect(way(-1, normative ?? null)).toBe(abolished);
  expect(stepQuestion(cells.slice(0, 1), null, 1)).toBeNull();
});

test('filters show what changes the draft, what is doubtful, and what is not to be had', () => {
  const shown = (filter: Parameters<typeof passes>[0]) =>
    cells.filter((cell) => passes(filter, cell)).map(({ key }) => key);
  expect(shown('all')).toHaveLength(200);
  expect(shown('different')).toEqual([abolished, inForce, normative, decided]);
  expect(shown('uncertain')).toEqual([normative]);
  expect(shown('unreadable')).toEqual([decided, ended]);
});
