import type { Cell, TableGrid } from '@nianbao/core';

/** A figure cell with its place on the drawn table: `start` and `end` count grid columns, end exclusive. */
interface Place {
  readonly cell: Cell;
  readonly start: number;
  readonly end: number;
}

/** The rows of a table that hold figures, each from left to right. */
export interface GridMap {
  readonly rows: readonly (readonly Place[])[];
  readonly labelColumns: number;
  readonly at: ReadonlyMap<string, { readonly row: number; readonly column: number }>;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** Finds the figures of a drawn table by row and column, taking merged cells into account. */
export function gridMap(grid: TableGrid): GridMap {
  const rows = grid.rows
    .filter((row) => row.kind === 'body')
    .map((row) => {
      const width = row.cells.reduce((sum, cell) => sum + cell.columnSpan, 0);
      let start = grid.columns - width;
      return row.cells.flatMap((part): Place[] => {
        const place = { start, end: start + part.columnSpan };
        start = place.end;
        return part.kind === 'figure' ? [{ cell: part.cell, ...place }] : [];
      });
    })
    .filter((row) => row.length > 0);
  const at = new Map(
    rows.flatMap((row, rowIndex) => row.map(({ cell }, column) => [cell.key, { row: rowIndex, column }] as const)),
  );
  return { rows, labelColumns: grid.labelColumns, at };
}

/** The neighbour of a cell in a direction, or null at the edge of the table. */
export function neighbour(map: GridMap, key: string, direction: Direction): Cell | null {
  const at = map.at.get(key);
  if (at === undefined) return null;
  if (direction === 'left' || direction === 'right') {
    const row = map.rows[at.row];
    return row?.[at.column + (direction === 'left' ? -1 : 1)]?.cell ?? null;
  }
  const from = map.rows[at.row]?.[at.column];
  const row = map.rows[at.row + (direction === 'up' ? -1 : 1)];
  if (from === undefined || row === undefined) return null;
  return (row.find((place) => from.start < place.end && place.start < from.end) ?? row.at(-1))?.cell ?? null;
}

/** Where Enter goes: down the column, then to the top of the next column. Null after the last cell of the table. */
export function cellAfterEnter(map: GridMap, key: string): Cell | null {
  const below = neighbour(map, key, 'down');
  const at = map.at.get(key);
  if (below !== null || at === undefined) return below;
  const from = map.rows[at.row]?.[at.column];
  if (from === undefined) return null;
  return map.rows[0]?.find((place) => place.start >= from.end)?.cell ?? null;
}

/** The first or the last cell of the table. */
export function outermost(map: GridMap, end: 'first' | 'last'): Cell | null {
  return (end === 'first' ? map.rows[0]?.[0] : map.rows.at(-1)?.at(-1))?.cell ?? null;
}
