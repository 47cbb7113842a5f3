import type { SourceCell } from '../source/source.ts';
import type { ColumnHead } from './runs.ts';

/** How the cells of a row found their columns, from the surest to none. */
export type Alignment = 'counted' | 'values' | 'heads' | 'leading' | 'none';

export interface AlignedRow {
  readonly cells: readonly (SourceCell | null)[];
  readonly by: Alignment;
}

const blank = (cell: SourceCell): boolean => cell.text === '';

export function withoutTrailingBlanks(cells: readonly SourceCell[], keep: number): readonly SourceCell[] {
  let end = cells.length;
  while (end > keep && blank(cells[end - 1] ?? { text: '', line: 0, column: 0, start: 0, end: 0 })) end -= 1;
  return end === cells.length ? cells : cells.slice(0, end);
}

function underHeads(cells: readonly SourceCell[], columns: readonly string[], heads: readonly ColumnHead[]): AlignedRow | null {
  const places = columns.map((column) => heads.find((head) => head.column === column)?.cell ?? null);
  const [first] = places;
  if (first === undefined || places.some((place) => place === null) || cells.some((cell) => blank(cell) && cell.end <= cell.start)) {
    return null;
  }
  const found: (SourceCell | null)[] = columns.map(() => null);
  let last = -1;
  for (const cell of cells) {
    if (blank(cell)) continue;
    const middle = (cell.start + cell.end) / 2;
    let best = -1;
    let distance = Number.POSITIVE_INFINITY;
    for (const [at, place] of places.entries()) {
      const off = place === null ? Number.POSITIVE_INFINITY : Math.abs((place.start + place.end) / 2 - middle);
      if (off < distance) {
        distance = off;
        best = at;
      }
    }
    if (best <= last) return null;
    found[best] = cell;
    last = best;
  }
  return { cells: found, by: 'heads' };
}

/**
 * Gives the cells that follow a label their columns. As many cells as columns are taken in order; blank cells beyond
 * the last column are filling. Where there are more, the figures alone may be as many as the columns, or stand under
 * the heads. Where there are fewer, heads decide; without them only a row of two or three columns is read from its
 * start, and anything longer is left to a person.
 */
export function alignCells(
  all: readonly SourceCell[],
  columns: readonly string[],
  heads: readonly ColumnHead[],
): AlignedRow {
  const due = columns.length;
  const cells = withoutTrailingBlanks(all, due);
  if (cells.length === due) return { cells, by: 'counted' };
  const values = cells.filter((cell) => !blank(cell));
  const headed = heads.length >= due ? underHeads(cells, columns, heads) : null;
  if (cells.length > due) {
    if (values.length === due) return { cells: values, by: 'values' };
    return headed ?? { cells: columns.map(() => null), by: 'none' };
  }
  if (values.length === 0) return { cells: columns.map(() => null), by: 'counted' };
  if (headed !== null) return headed;
  const leading = due <= 3 && cells.length > 0;
  return leading
    ? { cells: columns.map((_, at) => cells[at] ?? null), by: 'leading' }
    : { cells: columns.map(() => null), by: 'none' };
}
