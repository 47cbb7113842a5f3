import type { CellArea, CellPlace } from './cell-place.ts';
import type { LookName, MarkName } from './styles.ts';

/** What stands in a cell. A text stays a text, whatever it begins with; a formula has the result that it shows. */
export type CellContent =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'formula'; readonly formula: string; readonly result: number | string };

export interface SheetCell {
  readonly column: number;
  readonly look: LookName;
  readonly content: CellContent;
}

/** A row of cells in the order of their columns; `height` in points, null to leave it to the program. */
export interface SheetRow {
  readonly cells: readonly SheetCell[];
  readonly height: number | null;
}

/** What must be known of a sheet before its first row is written. */
export interface SheetLayout {
  readonly name: string;
  /** Sheets stand in the order of their positions, in whatever order they are written. */
  readonly position: number;
  /** A very hidden sheet is not offered by any menu. */
  readonly shown: 'visible' | 'veryHidden';
  /** Widths in characters, from the first column. */
  readonly widths: readonly number[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly gridLines: boolean;
  readonly landscape: boolean;
  /** Whether a page is as wide as the sheet; else columns run over pages, with the frozen ones on each. */
  readonly fitWidth: boolean;
  /** How many of the first rows are printed on every page. */
  readonly titleRows: number;
}

/** A formula that is true where a cell is to be marked; references are as seen from the first cell of the areas. */
export interface ConditionalFormat {
  readonly areas: readonly CellArea[];
  readonly formula: string;
  readonly mark: MarkName;
}

/** What may be typed into cells, and what a person is told who types something else. */
export interface Validation {
  readonly areas: readonly CellArea[];
  readonly formula: string;
  readonly title: string;
  readonly message: string;
}

export interface CellNote {
  readonly place: CellPlace;
  readonly text: string;
}

/** A named table with a filter in its heads; the head cells say the same as `columns`. */
export interface SheetTable {
  readonly name: string;
  readonly area: CellArea;
  readonly columns: readonly string[];
}

/** What is said of a sheet after its rows. The first of `formats` wins where several mark a cell. */
export interface SheetClose {
  readonly filter?: CellArea;
  readonly merges?: readonly CellArea[];
  readonly formats?: readonly ConditionalFormat[];
  readonly validations?: readonly Validation[];
  readonly notes?: readonly CellNote[];
  readonly table?: SheetTable;
  /** Cells whose texts look like numbers and are meant to stay texts. */
  readonly numbersAsText?: CellArea;
}

export const emptyCell = (column: number, look: LookName): SheetCell => ({ column, look, content: { kind: 'empty' } });

export const textCell = (column: number, look: LookName, text: string): SheetCell =>
  text === '' ? emptyCell(column, look) : { column, look, content: { kind: 'text', text } };

export const numberCell = (column: number, look: LookName, value: number): SheetCell => ({
  column,
  look,
  content: { kind: 'number', value },
});
