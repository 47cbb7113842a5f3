import { widthOf } from '../../pdf/text-width.ts';
import type { PrintedText } from './printable-text.ts';
import type { PrintedCell, PrintedTable } from './printed-table.ts';

/** The width of the text on the page (156 mm), and what its height (225 mm) leaves under the unit of a table, in points. */
const textWidth = 442;
const pageHeight = 617;
/** From line to line of headings, as `pitch` in `report.typ`; each line has room for so many characters. */
const headingPitch = 28.9;
const headingRoom = 25;
/** From line to line in a table, as a part of the size of the type; as `line-pitch` in `report.typ`. */
const linePitch = 1.3;
/** Dense cells are set in type of this part of the size, as in `report.typ`. */
const denseScale = 0.75;

/** The size of the type and the room around the texts of a table's cells, in points. */
type CellFace = Pick<PrintedTable, 'size' | 'insetX'>;

/** The columns of a table, with the face of its cells. */
export type Columns = Pick<PrintedTable, 'columns' | 'size' | 'insetX' | 'insetY'>;

/** The room that a cell has on a line, as a multiple of the size of its type; `share` is its part of the text's width. */
export function roomIn(share: number, { size, insetX }: CellFace, dense = false): number {
  return (share * textWidth - 2 * insetX) / (dense ? size * denseScale : size);
}

/** Lines that a heading takes at most. */
export const headingLinesOf = (text: string): number => Math.max(1, Math.ceil(widthOf(text) / headingRoom));

/** Lines that a text takes at most: where it breaks, the rules for punctuation may leave the room of one character. */
function linesOf(text: PrintedText, width: number): number {
  return text.reduce((sum, pieces) => {
    const needed = widthOf(pieces.join(''));
    return sum + (needed <= width ? 1 : Math.ceil(needed / Math.max(1, width - 1)));
  }, 0);
}

type Measured = Columns & Pick<PrintedTable, 'groups'>;

function cellHeight(cell: PrintedCell, share: number, face: CellFace): number {
  const type = cell.dense ? face.size * denseScale : face.size;
  const lines = linesOf(cell.text, roomIn(share, face, cell.dense));
  return ((lines - 1) * linePitch + 1) * type;
}

/** The height that a row takes at most, in points. */
export function rowHeight(row: readonly PrintedCell[], table: Columns): number {
  const heights = row.flatMap((cell) => {
    const columns = table.columns.slice(cell.column, cell.column + cell.columnSpan);
    const share = columns.reduce((sum, column) => sum + column, 0);
    return cell.rowSpan === 1 ? [cellHeight(cell, share, table)] : [];
  });
  return Math.max(table.size, ...heights) + 2 * table.insetY;
}

function fitsIn(height: number, table: Measured): boolean {
  let left = height;
  for (const { heads, rows } of table.groups) {
    for (const row of [...heads, ...rows]) {
      left -= rowHeight(row, table);
      if (left < 0) return false;
    }
  }
  return true;
}

/** A table that lacks one row or two of fitting on a page gets less room around its texts, this part of it. */
const tighter = 0.75;

/**
 * Finds the room around the texts with which a table stays whole on one page under so many lines of headings; one that is
 * taller keeps all its room.
 */
export function fitted(table: Measured, headingLines: number): Measured & Pick<PrintedTable, 'whole'> {
  const height = pageHeight - headingLines * headingPitch;
  const tight = { ...table, insetY: table.insetY * tighter };
  const fitting = [table, tight].find((variant) => fitsIn(height, variant));
  return fitting === undefined ? { ...table, whole: false } : { ...fitting, whole: true };
}
