import type { CellKey, Format, TableId } from './format.ts';

/** Which cells of a table are meant: those of the named rows and columns, or of all where none are named. */
export interface CellRange {
  readonly table: TableId;
  readonly rows?: readonly string[];
  readonly columns?: readonly string[];
}

/** The keys of a range in official order; empty where the format has no such cells. */
export function keysAt(format: Format, range: CellRange): readonly CellKey[] {
  return format.cells
    .filter(
      (cell) =>
        cell.table === range.table &&
        (range.rows?.includes(cell.row) ?? true) &&
        (range.columns?.includes(cell.column) ?? true),
    )
    .map((cell) => cell.key);
}
