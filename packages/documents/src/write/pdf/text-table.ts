import type { Block } from '@nianbao/core';
import { widthOf } from '../../pdf/text-width.ts';
import type { Printer } from './printable-text.ts';
import type { PrintedCell, PrintedTable } from './printed-table.ts';
import { plainCell } from './printed-table.ts';
import type { Columns } from './table-room.ts';
import { fitted, roomIn, rowHeight } from './table-room.ts';

export type TextTable = Extract<Block, { kind: 'table' }>;
type Row = readonly string[];

/** So many columns find room beside each other; further ones stand in a table of their own under the first. */
const widest = 12;
/** Heads taller than this are rows like others: repeated on every page they would leave no room. In points. */
const tallestHeads = 200;
/** Rows taller than this may break over pages; others stay whole. */
const tallestRow = 300;
/** Texts wider than this, as a multiple of the size of their type, begin at the left edge of their cell. */
const longText = 8;
/** Lines of headings and caption that may stand over a table. */
const linesOver = 4;

/** Type in points by the number of columns. */
function sizeFor(columns: number): number {
  if (columns <= 6) return 12;
  return columns <= 9 ? 10.5 : 9;
}

/** Parts of the width by the longest text of each column, within bounds, so that short columns leave room to long ones. */
function shares(rows: readonly Row[], columns: number): number[] {
  const widths = Array.from({ length: columns }, (_, column) =>
    rows.reduce((most, row) => Math.max(most, widthOf(row[column]?.slice(0, 40) ?? '')), 0),
  );
  const bounded = widths.map((width) => Math.min(Math.max(width, 3), 15));
  const sum = bounded.reduce((total, width) => total + width, 0);
  return bounded.map((width) => width / sum);
}

function printRow(row: Row, table: Columns, printer: Printer): PrintedCell[] {
  return table.columns.map((share, column) => {
    const text = row[column] ?? '';
    const align = widthOf(text) > longText ? 'left' : 'center';
    return { ...plainCell, column, text: printer.text(text, roomIn(share, table)), align };
  });
}

const asHead = (cells: readonly PrintedCell[]): PrintedCell[] =>
  cells.map((cell) => ({ ...cell, align: 'center', strong: true }));

const asBreaking = (cells: readonly PrintedCell[]): PrintedCell[] => cells.map((cell) => ({ ...cell, breaks: true }));

/** Draws rows of which the first ones are heads, repeated on every page where they leave room. */
function printRows(rows: readonly Row[], headRows: number, printer: Printer): PrintedTable {
  const count = Math.max(...rows.map((row) => row.length));
  const columns = { columns: shares(rows, count), size: sizeFor(count), insetX: 3, insetY: 5 };
  const printed = rows.map((row) => printRow(row, columns, printer));
  const height = (row: readonly PrintedCell[]) => rowHeight(row, columns);
  const heads = printed.slice(0, headRows).map(asHead);
  const repeated = heads.reduce((sum, head) => sum + height(head), 0) <= tallestHeads ? heads : [];
  const body = printed.slice(repeated.length).map((row) => (height(row) > tallestRow ? asBreaking(row) : row));
  const table = fitted({ ...columns, groups: [{ heads: repeated, rows: body }] }, linesOver);
  return { kind: 'table', caption: null, unit: null, ...table, notes: [] };
}

/** A table inside the text; one with very many columns as several, each of which repeats the first column. */
export function printTextTable(table: TextTable, printer: Printer): PrintedTable[] {
  const { rows, headRows } = table;
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (columns === 0) return [];
  const caption = table.caption === null ? null : printer.text(table.caption);
  if (columns <= widest) return [{ ...printRows(rows, headRows, printer), caption }];
  const step = widest - 1;
  return Array.from({ length: Math.ceil((columns - 1) / step) }, (_, at) => {
    const slice = rows.map((row) => [row[0] ?? '', ...row.slice(1 + at * step, 1 + (at + 1) * step)]);
    return { ...printRows(slice, headRows, printer), caption: at === 0 ? caption : null };
  });
}

/** Lines that a locality added under a statutory table. */
export function printLocalRows(
  rows: readonly { readonly label: string; readonly values: readonly string[] }[],
  printer: Printer,
): PrintedTable[] {
  const table = rows.map(({ label, values }) => [label, ...values]);
  return printTextTable({ kind: 'table', caption: null, headRows: 0, rows: table }, printer);
}
