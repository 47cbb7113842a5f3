import type { Cell, Format, TableId } from '@nianbao/core';

/** One row of a statutory table with its cells in order; a group of 表四 counts as a row. */
export interface FormatRow {
  readonly table: TableId;
  readonly row: string;
  readonly label: string;
  readonly cells: readonly Cell[];
  readonly columns: readonly string[];
}

const derived = new WeakMap<Format, ReadonlyMap<string, FormatRow>>();
const derivedOfTable = new WeakMap<Format, ReadonlyMap<TableId, readonly FormatRow[]>>();

/** The rows of a format by table and row key (`t3.granted`), in official order. Derived once for each format. */
export function rowsOfFormat(format: Format): ReadonlyMap<string, FormatRow> {
  const known = derived.get(format);
  if (known !== undefined) return known;
  const groups = Map.groupBy(format.cells, (cell) => `${cell.table}.${cell.row}`);
  const rows = new Map(
    [...groups].flatMap(([key, cells]): [string, FormatRow][] => {
      const [first] = cells;
      if (first === undefined) return [];
      const label = first.labels.at(-2) ?? first.row;
      return [[key, { table: first.table, row: first.row, label, cells, columns: cells.map((cell) => cell.column) }]];
    }),
  );
  derived.set(format, rows);
  return rows;
}

/** The rows of one table, in official order. */
export function rowsOfTable(format: Format, table: TableId): readonly FormatRow[] {
  const known = derivedOfTable.get(format) ?? Map.groupBy(rowsOfFormat(format).values(), (row) => row.table);
  derivedOfTable.set(format, known);
  return known.get(table) ?? [];
}
