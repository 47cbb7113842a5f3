import type { BandTable, Cell, Format, GroupTable, MatrixTable, StatutoryTable } from './format.ts';

/**
 * A place in the official drawing of a table: a head over columns, a label beside rows, or a figure. Spans are those of
 * the notice's own drawing, so that every face of a table (form, page, DOCX, XLSX) merges the same cells.
 */
export type GridCell =
  | { readonly kind: 'head'; readonly text: string; readonly columnSpan: number; readonly rowSpan: number }
  | { readonly kind: 'label'; readonly text: string; readonly columnSpan: number; readonly rowSpan: number }
  | { readonly kind: 'figure'; readonly cell: Cell; readonly columnSpan: number };

export interface GridRow {
  /** `band` opens a part of 表二 with its article; `head` holds column heads; `body` holds figures. */
  readonly kind: 'band' | 'head' | 'body';
  readonly cells: readonly GridCell[];
}

/** A table as rows of cells with spans over `columns` columns, of which the first `labelColumns` hold labels. */
export interface TableGrid {
  readonly table: StatutoryTable;
  readonly columns: number;
  readonly labelColumns: number;
  readonly rows: readonly GridRow[];
}

const head = (text: string, columnSpan = 1, rowSpan = 1): GridCell => ({ kind: 'head', text, columnSpan, rowSpan });
const label = (text: string, columnSpan = 1, rowSpan = 1): GridCell => ({ kind: 'label', text, columnSpan, rowSpan });
const figure = (cell: Cell, columnSpan = 1): GridCell => ({ kind: 'figure', cell, columnSpan });

/** Shares `total` grid columns among `parts`, the first ones getting what does not divide. */
function shares(total: number, parts: number): number[] {
  const base = Math.floor(total / parts);
  return Array.from({ length: parts }, (_, part) => base + (part < total % parts ? 1 : 0));
}

function bandGrid(table: BandTable, cells: readonly Cell[]): TableGrid {
  const widest = Math.max(...table.bands.map((band) => band.columns.length));
  const rows = table.bands.flatMap((band): GridRow[] => {
    const spans = shares(widest, band.columns.length);
    const at = (row: string) => cells.filter((cell) => cell.row === row);
    return [
      { kind: 'band', cells: [head(band.article, widest + 1)] },
      { kind: 'head', cells: [head('信息内容'), ...band.columns.map((column, i) => head(column.label, spans[i]))] },
      ...band.rows.map(
        (row): GridRow => ({
          kind: 'body',
          cells: [label(row.label), ...at(row.key).map((cell, i) => figure(cell, spans[i]))],
        }),
      ),
    ];
  });
  return { table, columns: widest + 1, labelColumns: 1, rows };
}

function matrixGrid(table: MatrixTable, cells: readonly Cell[]): TableGrid {
  const depth = Math.max(...table.rows.map((row) => row.groups.length)) + 1;
  const heads: GridRow[] = [
    { kind: 'head', cells: [head(`（${table.note}）`, depth, 3), head(table.head, table.columns.length)] },
    {
      kind: 'head',
      cells: table.columnGroups.map((group) =>
        group.columns.length === 1 ? head(group.label, 1, 2) : head(group.label, group.columns.length),
      ),
    },
    {
      kind: 'head',
      cells: table.columnGroups
        .filter((group) => group.columns.length > 1)
        .flatMap((group) => group.columns.map((key) => head(table.columns.find((c) => c.key === key)?.label ?? key))),
    },
  ];
  const path = (row: number, level: number) => table.rows[row]?.groups.slice(0, level + 1).join('/');
  const body = table.rows.map((row, at): GridRow => {
    const opening = row.groups.flatMap((group, level) => {
      if (at > 0 && path(at - 1, level) === path(at, level)) return [];
      let rowSpan = 1;
      while (at + rowSpan < table.rows.length && path(at + rowSpan, level) === path(at, level)) rowSpan += 1;
      return [label(group, 1, rowSpan)];
    });
    const figures = cells.filter((cell) => cell.row === row.key).map((cell) => figure(cell));
    return { kind: 'body', cells: [...opening, label(row.label, depth - row.groups.length), ...figures] };
  });
  return { table, columns: depth + table.columns.length, labelColumns: depth, rows: [...heads, ...body] };
}

function groupGrid(table: GroupTable, cells: readonly Cell[]): TableGrid {
  const width = table.columns.length;
  const columns = table.groups.length * width;
  const topLabels = [...new Set(table.groups.map((group) => group.labels[0] ?? ''))];
  const rows: GridRow[] = [
    {
      kind: 'head',
      cells: topLabels.map((text) => head(text, width * table.groups.filter((g) => g.labels[0] === text).length)),
    },
    {
      kind: 'head',
      cells: table.groups.flatMap((group) =>
        group.labels.length > 1
          ? [head(group.labels.at(-1) ?? '', width)]
          : table.columns.map((column) => head(column.label, 1, 2)),
      ),
    },
    {
      kind: 'head',
      cells: table.groups
        .filter((group) => group.labels.length > 1)
        .flatMap(() => table.columns.map((column) => head(column.label))),
    },
    { kind: 'body', cells: cells.map((cell) => figure(cell)) },
  ];
  return { table, columns, labelColumns: 0, rows };
}

/** Draws a statutory table of a format as the notice does, with merged heads and row spans. */
export function tableGrid(format: Format, table: StatutoryTable): TableGrid {
  const cells = format.cells.filter((cell) => cell.table === table.id);
  switch (table.layout) {
    case 'bands':
      return bandGrid(table, cells);
    case 'matrix':
      return matrixGrid(table, cells);
    case 'groups':
      return groupGrid(table, cells);
  }
}
