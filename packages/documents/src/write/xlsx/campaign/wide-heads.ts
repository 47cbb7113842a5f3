import type { Cell } from '@nianbao/core';
import type { CellArea } from '../workbook/cell-place.ts';

/** A head over columns of a wide table, as an area of a sheet. */
export interface WideHead {
  readonly text: string;
  readonly area: CellArea;
}

/**
 * The heads over one column a cell, in the order of the official tables: outer groups above, the name of the column
 * below. Neighbours under the same head share it; a cell with fewer names has its first one reach further down.
 */
export function wideHeads(cells: readonly Cell[], firstColumn: number): { depth: number; heads: readonly WideHead[] } {
  const depth = Math.max(0, ...cells.map(({ labels }) => labels.length));
  const levelOf = (cell: Cell, label: number): number => (label === 0 ? 0 : label + depth - cell.labels.length);
  const sameDownTo = (a: Cell | undefined, b: Cell, label: number): boolean =>
    a !== undefined &&
    a.labels.length === b.labels.length &&
    b.labels.slice(0, label + 1).every((text, at) => text === a.labels[at]);
  const heads = cells.flatMap((cell, at) =>
    cell.labels.flatMap((text, label): WideHead[] => {
      const isLast = label === cell.labels.length - 1;
      if (!isLast && sameDownTo(cells[at - 1], cell, label)) return [];
      let end = at;
      while (!isLast && end + 1 < cells.length && sameDownTo(cells[end + 1], cell, label)) end += 1;
      const from = { row: levelOf(cell, label) + 1, column: firstColumn + at };
      const below = isLast ? depth : levelOf(cell, label + 1);
      return [{ text, area: { from, to: { row: below, column: firstColumn + end } } }];
    }),
  );
  return { depth, heads };
}
