import type { Format, TableId } from '@nianbao/core';
import { formatById, tableGrid } from '@nianbao/core';
import { describe, expect, test } from 'vitest';
import { cellAfterEnter, gridMap, neighbour, outermost } from './grid-map.ts';

function mapOf(format: Format, id: TableId) {
  const table = format.tables.find((candidate) => candidate.id === id);
  if (table === undefined) throw new Error(`no table ${id}`);
  return gridMap(tableGrid(format, table));
}

describe('moving about a statutory table', () => {
  const t3 = mapOf(formatById['2021'], 't3');

  test.each([
    ['t3.received.naturalPerson', 'right', 't3.received.enterprise'],
    ['t3.received.naturalPerson', 'left', undefined],
    ['t3.received.naturalPerson', 'up', undefined],
    ['t3.received.naturalPerson', 'down', 't3.carriedIn.naturalPerson'],
    ['t3.carriedIn.total', 'down', 't3.granted.total'],
    ['t3.carriedOut.total', 'right', undefined],
    ['t3.refused.stateSecret.total', 'up', 't3.partial.total'],
  ] as const)('from %s %s', (from, direction, to) => {
    expect(neighbour(t3, from, direction)?.key).toBe(to);
  });

  test('a wide cell of 表二 is under every column that it spans', () => {
    const t2 = mapOf(formatById['2021'], 't2');
    expect(neighbour(t2, 't2.normativeDocuments.inForce', 'down')?.key).toBe('t2.licences.decisions');
    expect(neighbour(t2, 't2.licences.decisions', 'up')?.key).toBe('t2.normativeDocuments.issued');
  });

  test('Enter goes down and then to the next column', () => {
    expect(cellAfterEnter(t3, 't3.received.naturalPerson')?.key).toBe('t3.carriedIn.naturalPerson');
    expect(cellAfterEnter(t3, 't3.carriedOut.naturalPerson')?.key).toBe('t3.received.enterprise');
    expect(cellAfterEnter(t3, 't3.carriedOut.total')).toBeNull();
    expect(cellAfterEnter(mapOf(formatById['2021'], 't4'), 't4.review.upheld')?.key).toBe('t4.review.corrected');
  });

  test.each([formatById['2019'], formatById['2021']])(
    'every cell of format $id is reached by Enter or an arrow',
    (format) => {
      for (const { id } of format.tables) {
        const map = mapOf(format, id);
        const cells = format.cells.filter((cell) => cell.table === id);
        expect(map.at.size).toBe(cells.length);
        expect(outermost(map, 'first')?.key).toBe(cells[0]?.key);
        expect(outermost(map, 'last')?.key).toBe(cells.at(-1)?.key);
        const reached = new Set<string | undefined>([cells[0]?.key]);
        for (const key of reached) {
          if (key === undefined) continue;
          for (const direction of ['up', 'down', 'left', 'right'] as const)
            reached.add(neighbour(map, key, direction)?.key);
          reached.add(cellAfterEnter(map, key)?.key);
        }
        expect(cells.filter((cell) => !reached.has(cell.key))).toEqual([]);
      }
    },
  );
});
