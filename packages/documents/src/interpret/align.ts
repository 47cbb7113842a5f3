import type { SourceCell } from '../source/source.ts';
import type { ColumnHead } from './run.ts';

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

/** The places of the heads over the columns, where they stand in one order to the right of the label. */
function headPlaces(
  cells: readonly SourceCell[],
  columns: readonly string[],
  heads: readonly ColumnHead[],
): readonly SourceCell[] | null {
  const places = columns.flatMap((column) => heads.find((head) => head.column === column)?.cell ?? []);
  const left = cells[0]?.start ?? 0;
  const ordered = places.every((place, at) => place.start >= (places[at - 1]?.end ?? left));
  return places.length === columns.length && ordered ? places : null;
}

function underHeads(
  cells: readonly SourceCell[],
  columns: readonly string[],
  heads: readonly ColumnHead[],
): AlignedRow | null {
  const places = headPlaces(cells, columns, heads);
  if (places === null) return null;
  const found: (SourceCell | null)[] = columns.map(() => null);
  let last = -1;
  for (const cell of cells) {
    if (blank(cell)) continue;
    const middle = (cell.start + cell.end) / 2;
    let best = -1;
    let distance = Number.POSITIVE_INFINITY;
    for (const [at, place] of places.entries()) {
      const off = Math.abs((place.start + place.end) / 2 - middle);
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
 * The cells that begin where these places do, one for each, where no other cell of the row holds anything: a spreadsheet
 * without its merged cells keeps a wide column's text in the first of its places and leaves the others empty.
 */
export function cellsAtPlaces(
  cells: readonly SourceCell[],
  places: readonly SourceCell[],
): readonly SourceCell[] | null {
  const starts = new Set(places.map((place) => place.start));
  const found = cells.filter((cell) => starts.has(cell.start));
  const others = cells.some((cell) => !blank(cell) && !starts.has(cell.start));
  return !others && starts.size === places.length && found.length === places.length ? found : null;
}

function spreadOut(
  cells: readonly SourceCell[],
  columns: readonly string[],
  heads: readonly ColumnHead[],
): AlignedRow | null {
  if (cells.length <= columns.length || heads.some((head) => head.laidOut)) return null;
  const places = headPlaces(cells, columns, heads);
  const found = places === null ? null : cellsAtPlaces(cells, places);
  return found === null ? null : { cells: found, by: 'counted' };
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
  if (all.length === due) return { cells: all, by: 'counted' };
  const spread = heads.length >= due ? spreadOut(all, columns, heads) : null;
  if (spread !== null) return spread;
  const headed = heads.length >= due ? underHeads(all, columns, heads) : null;
  const values = all.filter((cell) => !blank(cell));
  if (headed !== null && values.length < due) return headed;
  const cells = withoutTrailingBlanks(all, due);
  if (cells.length === due) return { cells, by: 'counted' };
  if (values.length === due) return { cells: values, by: 'values' };
  const none: AlignedRow = { cells: columns.map(() => null), by: values.length === 0 ? 'counted' : 'none' };
  if (cells.length > due || values.length === 0) return headed ?? none;
  const leading = due <= 3 && cells.length > 0;
  return leading ? { cells: columns.map((_, at) => cells[at] ?? null), by: 'leading' } : none;
}
