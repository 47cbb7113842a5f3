import { DocumentRefused } from '../office/document-refused.ts';
import type { SourceCell, SourceLine } from '../source/source.ts';
import { plainLine } from '../source/source.ts';
import { widestGrid } from '../source/table-grid.ts';

/** A cell of a sheet that holds text. `column` counts from 1. */
export interface SheetCell {
  readonly column: number;
  readonly text: string;
}

/** A row of a sheet that is there, though all its cells may be blank. `row` counts from 1. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly SheetCell[];
}

/** Cells drawn as one, both ends included. */
export interface MergedCells {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** The cells of a sheet as they are laid out. */
export interface SheetGrid {
  readonly rows: readonly SheetRow[];
  readonly merged: readonly MergedCells[];
  readonly isHidden: (column: number) => boolean;
}

/** More cells than any campaign's workbook has. */
const mostCells = 500_000;
/** A sheet has no paragraphs: what is longer than this is one, what is shorter may be the label of a row. */
const longestLabel = 60;

const isBlank = (row: SheetRow): boolean => row.cells.length === 0;

/** Rows without a gap between them, which may be a table; blank rows at both ends belong to nothing. */
function blocksOf(rows: readonly SheetRow[]): SheetRow[][] {
  const blocks: SheetRow[][] = [];
  for (const row of rows) {
    const block = blocks.at(-1);
    if (block !== undefined && block.at(-1)?.row === row.row - 1) block.push(row);
    else blocks.push([row]);
  }
  return blocks.filter((block) => !block.every(isBlank));
}

/** Which places merged cells cover, as the rows go by from top to bottom. */
class Coverage {
  readonly #merged: readonly MergedCells[];
  readonly #isHidden: (column: number) => boolean;
  readonly #until: number[] = [];
  readonly #ends = new Map<number, number>();
  #next = 0;
  #row = 0;

  constructor({ merged, isHidden }: SheetGrid) {
    this.#isHidden = isHidden;
    this.#merged = [...merged].sort((a, b) => a.firstRow - b.firstRow);
  }

  to(row: number): void {
    this.#row = row;
    this.#ends.clear();
    for (let item = this.#merged[this.#next]; item !== undefined && item.firstRow <= row; ) {
      const end = Math.min(item.lastColumn, widestGrid);
      for (let column = item.firstColumn; column <= end; column += 1) this.#until[column] = item.lastRow;
      if (item.firstRow === row) this.#ends.set(item.firstColumn, end);
      this.#next += 1;
      item = this.#merged[this.#next];
    }
  }

  /** The last column of the cell that begins here. */
  endOf(column: number): number {
    return this.#ends.get(column) ?? column;
  }

  /** Whether no cell is seen here: another one covers the place, or its column is hidden. */
  isCovered(column: number): boolean {
    if (this.#isHidden(column)) return true;
    return (this.#until[column] ?? 0) >= this.#row && !this.#ends.has(column);
  }
}

/** Turns the rows of sheets into lines whose cells stand in the columns of the sheet, blank ones in their places. */
export class SheetLines {
  readonly lines: SourceLine[] = [];
  #cells = 0;

  /** Adds the rows of a sheet; `lineOf` gives the running line of a row. */
  add(grid: SheetGrid, lineOf: (row: number) => number): void {
    const coverage = new Coverage(grid);
    for (const block of blocksOf(grid.rows)) {
      const columns = block.flatMap((row) => row.cells.map((cell) => cell.column));
      const first = columns.reduce((a, b) => Math.min(a, b), widestGrid);
      const last = columns.reduce((a, b) => Math.max(a, b), first);
      for (const row of block) {
        coverage.to(row.row);
        this.#row(this.#cellsOf(row, coverage, { first, last, line: lineOf(row.row) }));
      }
      this.lines.push(plainLine('', lineOf(block.at(-1)?.row ?? 1), 1));
    }
  }

  #cellsOf(
    row: SheetRow,
    coverage: Coverage,
    { first, last, line }: { readonly first: number; readonly last: number; readonly line: number },
  ): SourceCell[] {
    const texts = new Map(row.cells.map((cell) => [cell.column, cell.text]));
    const cells: SourceCell[] = [];
    for (let column = first; column <= last; column += 1) {
      if (coverage.isCovered(column)) continue;
      const end = Math.max(coverage.endOf(column), column);
      cells.push({ text: texts.get(column)?.trim() ?? '', line, column, start: column - 1, end });
      column = end;
    }
    this.#cells += cells.length;
    if (this.#cells > mostCells) throw new DocumentRefused('TOO_COMPLEX');
    return cells;
  }

  #row(cells: readonly SourceCell[]): void {
    const filled = cells.filter((cell) => cell.text !== '');
    const [only] = filled;
    const [first] = cells;
    if (first === undefined) return;
    if (filled.length === 1 && only !== undefined && (cells.length === 1 || only.text.length > longestLabel)) {
      for (const text of only.text.split('\n')) {
        if (text.trim() !== '') this.lines.push(plainLine(text.trim(), only.line, only.column));
      }
      return;
    }
    const text = filled.map((cell) => cell.text.replaceAll('\n', '')).join('\t');
    this.lines.push({ ...plainLine(text, first.line, only?.column ?? first.column), cells, cellsBy: 'marks' });
  }
}
