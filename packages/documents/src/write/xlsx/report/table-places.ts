import type { CellKey, Format, GridCell, StatutoryTable, TableGrid } from '@nianbao/core';
import { tableGrid } from '@nianbao/core';
import type { CellPlace } from '../workbook/cell-place.ts';

/** One cell of the official drawing with the place that it takes in a sheet. */
export interface PlacedCell {
  readonly cell: GridCell;
  readonly place: CellPlace;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface PlacedTable {
  readonly grid: TableGrid;
  /** By row of the drawing. */
  readonly rows: readonly (readonly PlacedCell[])[];
  readonly placeOf: ReadonlyMap<CellKey, CellPlace>;
}

/** Lays the official drawing of a table into a sheet, its first row in `firstRow`. */
export function placeTable(format: Format, table: StatutoryTable, firstRow: number): PlacedTable {
  const grid = tableGrid(format, table);
  const taken = grid.rows.map(() => new Set<number>());
  const placeOf = new Map<CellKey, CellPlace>();
  const rows = grid.rows.map(({ cells }, at) => {
    let column = 1;
    return cells.map((cell): PlacedCell => {
      while (taken[at]?.has(column)) column += 1;
      const rowSpan = cell.kind === 'figure' ? 1 : cell.rowSpan;
      const place = { row: firstRow + at, column };
      for (let down = 0; down < rowSpan; down += 1) {
        for (let across = 0; across < cell.columnSpan; across += 1) taken[at + down]?.add(column + across);
      }
      if (cell.kind === 'figure') placeOf.set(cell.cell.key, place);
      return { cell, place, rowSpan, columnSpan: cell.columnSpan };
    });
  });
  return { grid, rows, placeOf };
}
