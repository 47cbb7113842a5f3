import { formatById, tableGrid } from '@nianbao/core';
import { describe, expect, test } from 'vitest';
import { gridMap } from './grid-map.ts';
import { cellFor } from './table-keys.ts';

const format = formatById['2021'];
const map = gridMap(tableGrid(format, format.tables[1]));
const selected = { start: 0, end: 3, length: 3 };
const inside = { start: 1, end: 1, length: 3 };
const atEnd = { start: 3, end: 3, length: 3 };

describe('keys in a table', () => {
  test.each([
    ['ArrowRight', selected, 't3.carriedIn.researchInstitution'],
    ['ArrowRight', inside, undefined],
    ['ArrowRight', atEnd, 't3.carriedIn.researchInstitution'],
    ['ArrowLeft', atEnd, undefined],
    ['ArrowLeft', { start: 0, end: 0, length: 3 }, 't3.carriedIn.naturalPerson'],
    ['ArrowUp', inside, 't3.received.enterprise'],
    ['ArrowDown', inside, 't3.granted.enterprise'],
    ['Enter', inside, 't3.granted.enterprise'],
    ['5', inside, undefined],
  ] as const)('%s with the caret at %j', (key, caret, to) => {
    expect(cellFor(map, 't3.carriedIn.enterprise', { key, ctrl: false, shift: false, caret })?.key).toBe(to);
  });

  test.each([
    ['Enter', { shift: true, ctrl: false }, 't3.received.enterprise'],
    ['Home', { shift: false, ctrl: true }, 't3.received.naturalPerson'],
    ['End', { shift: false, ctrl: true }, 't3.carriedOut.total'],
    ['ArrowRight', { shift: true, ctrl: false }, undefined],
  ] as const)('%s with %j', (key, held, to) => {
    expect(cellFor(map, 't3.carriedIn.enterprise', { key, ...held, caret: selected })?.key).toBe(to);
  });
});
