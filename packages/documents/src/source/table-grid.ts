import type { Position, SourceCell, SourceRow } from './source.ts';

/** A cell as marked up, before its place in the grid is known. */
export interface SpannedCell {
  readonly text: string;
  readonly position: Position;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/** No table of a report has as many columns; what claims more is cut there. */
export const widestGrid = 200;

/** Texts longer than this are no cells of a table but a page that a table lays out. */
export const longestCell = 600;

/**
 * Places cells with row and column spans in a grid, as a browser does. Each cell is given once, at its own place; the
 * places that a span covers stay without a cell. Spans are held to the table's own size, whatever they claim.
 */
export function placeCells(rows: readonly (readonly SpannedCell[])[]): SourceRow[] {
  const coveredUntil: number[] = [];
  return rows.map((row, at): SourceRow => {
    const cells: SourceCell[] = [];
    let start = 0;
    for (const cell of row) {
      while (start < widestGrid && (coveredUntil[start] ?? 0) > at) start += 1;
      if (start >= widestGrid) break;
      const end = Math.min(start + cell.columnSpan, widestGrid);
      const until = Math.min(at + cell.rowSpan, rows.length);
      for (let column = start; column < end; column += 1) coveredUntil[column] = until;
      const { line, column } = cell.position;
      cells.push({ text: cell.text, line, column, start, end });
      start = end;
    }
    return { kind: 'marked', cells };
  });
}
