import type { Cell } from './format.ts';
import type { GridCell, GridRow, TableGrid } from './geometry.ts';

interface Placed {
  /** Column of the drawing at which the cell begins, from 0. */
  readonly column: number;
  readonly columnSpan: number;
}

export interface PlacedHead extends Placed {
  readonly kind: 'head' | 'label';
  readonly id: string;
  readonly text: string;
  readonly rowSpan: number;
  /** Ids of the heads that this one stands under, outermost first. */
  readonly headers: readonly string[];
}

/** A cell of the drawing over the label columns that is no head: the printed consistency note, or an empty corner. */
export interface PlacedCorner extends Placed {
  readonly kind: 'corner';
  readonly text: string;
  readonly rowSpan: number;
}

export interface PlacedFigure extends Placed {
  readonly kind: 'figure';
  readonly cell: Cell;
  /** Ids of every head and label that the figure belongs to, for `headers` and `aria-labelledby`. */
  readonly headers: readonly string[];
}

export type PlacedCell = PlacedHead | PlacedCorner | PlacedFigure;

export interface PlacedRow {
  readonly kind: GridRow['kind'];
  readonly cells: readonly PlacedCell[];
}

/** Rows that belong together: the heads of a table, a part of 表二, or the body. */
export interface PlacedPart {
  readonly kind: 'head' | 'body';
  readonly rows: readonly PlacedRow[];
}

/** A head or label that still covers columns or rows at the place reached. */
interface Cover {
  readonly id: string;
  readonly column: number;
  readonly columnSpan: number;
  readonly lastRow: number;
}

const covers = (cover: Cover, cell: Placed) =>
  cover.column < cell.column + cell.columnSpan && cell.column < cover.column + cover.columnSpan;

class Placement {
  private heads: Cover[] = [];
  private labels: Cover[] = [];
  private readonly occupied: number[];
  private readonly grid: TableGrid;
  private readonly prefix: string;

  constructor(grid: TableGrid, prefix: string) {
    this.grid = grid;
    this.prefix = prefix;
    this.occupied = Array.from({ length: grid.columns }, () => -1);
  }

  row(row: GridRow, y: number): PlacedRow {
    if (row.kind === 'band') this.heads = [];
    this.labels = this.labels.filter((label) => label.lastRow >= y);
    let column = 0;
    const cells = row.cells.map((cell) => {
      while ((this.occupied[column] ?? -1) >= y) column += 1;
      const placed = this.cell(cell, y, column);
      const lastRow = cell.kind === 'figure' ? y : y + cell.rowSpan - 1;
      this.occupied.fill(lastRow, column, column + cell.columnSpan);
      column += cell.columnSpan;
      return placed;
    });
    return { kind: row.kind, cells };
  }

  private cell(cell: GridCell, y: number, column: number): PlacedCell {
    const place = { column, columnSpan: cell.columnSpan };
    const heads = this.heads.filter((head) => covers(head, place)).map((head) => head.id);
    if (cell.kind === 'figure') {
      return { kind: 'figure', cell: cell.cell, ...place, headers: [...heads, ...this.labels.map(({ id }) => id)] };
    }
    const overLabels = cell.kind === 'head' && column < this.grid.labelColumns && cell.rowSpan > 1;
    if (overLabels) return { kind: 'corner', text: cell.text, rowSpan: cell.rowSpan, ...place };
    const id = `${this.prefix}-${y}-${column}`;
    const headers = cell.kind === 'head' ? heads : this.labels.map((label) => label.id);
    const cover = { id, ...place, lastRow: y + cell.rowSpan - 1 };
    (cell.kind === 'head' ? this.heads : this.labels).push(cover);
    return { kind: cell.kind, id, text: cell.text, rowSpan: cell.rowSpan, headers, ...place };
  }
}

/**
 * Gives every cell of a drawing its column, and every figure the ids of the heads over it and the labels beside it, so
 * that a screen reader can say them all although the cells are merged. Ids begin with `prefix`.
 */
export function placeGrid(grid: TableGrid, prefix: string): readonly PlacedPart[] {
  const placement = new Placement(grid, prefix);
  const rows = grid.rows.map((row, y) => placement.row(row, y));
  if (rows[0]?.kind !== 'band') {
    const firstBody = rows.findIndex((row) => row.kind === 'body');
    return [
      { kind: 'head', rows: rows.slice(0, firstBody) },
      { kind: 'body', rows: rows.slice(firstBody) },
    ];
  }
  const starts = rows.flatMap((row, y) => (row.kind === 'band' ? [y] : []));
  return starts.map((start, at) => ({ kind: 'body', rows: rows.slice(start, starts[at + 1]) }));
}
