import type { Format, GridCell, GroupTable, TableGrid } from '@nianbao/core';

/**
 * 表四 turned for a narrow screen: outcomes down the side, the three kinds of dispute across, so that fifteen columns
 * become three. Same labels, same cells.
 */
export function stackedGrid(format: Format, table: GroupTable): TableGrid {
  const cells = format.cells.filter((cell) => cell.table === table.id);
  const tops = [...new Set(table.groups.map((group) => group.labels[0] ?? ''))];
  const under = (top: string) => table.groups.filter((group) => group.labels[0] === top);
  const head = (text: string, columnSpan: number, rowSpan: number): GridCell => ({
    kind: 'head',
    text,
    columnSpan,
    rowSpan,
  });
  return {
    table,
    columns: table.groups.length + 1,
    labelColumns: 1,
    rows: [
      {
        kind: 'head',
        cells: [
          head('', 1, 2),
          ...tops.map((top) =>
            under(top).some((group) => group.labels.length > 1) ? head(top, under(top).length, 1) : head(top, 1, 2),
          ),
        ],
      },
      {
        kind: 'head',
        cells: table.groups
          .filter((group) => group.labels.length > 1)
          .map((group) => head(group.labels.at(-1) ?? '', 1, 1)),
      },
      ...table.columns.map((column) => ({
        kind: 'body' as const,
        cells: [
          { kind: 'label' as const, text: column.label, columnSpan: 1, rowSpan: 1 },
          ...cells
            .filter((cell) => cell.column === column.key)
            .map((cell) => ({ kind: 'figure' as const, cell, columnSpan: 1 })),
        ],
      })),
    ],
  };
}
