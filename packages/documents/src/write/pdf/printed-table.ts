import type { PrintedText } from './printable-text.ts';

export interface PrintedCell {
  readonly text: PrintedText;
  /** The column at which the cell begins, from 0. */
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly align: 'left' | 'center';
  readonly strong: boolean;
  readonly shaded: boolean;
  /** Set smaller and closer: for what is long in a narrow cell. */
  readonly dense: boolean;
  /** The cell may run over to the next page: for texts that a page could not hold. */
  readonly breaks: boolean;
}

/** Heads with the rows under them. */
export interface PrintedGroup {
  readonly heads: readonly (readonly PrintedCell[])[];
  readonly rows: readonly (readonly PrintedCell[])[];
}

/** A table as `report.typ` draws it. */
export interface PrintedTable {
  readonly kind: 'table';
  readonly caption: PrintedText | null;
  readonly unit: PrintedText | null;
  /** Parts of the width of the text, from 0 to 1. */
  readonly columns: readonly number[];
  /** Size of the type, and room around the text of a cell, in points. */
  readonly size: number;
  readonly insetX: number;
  readonly insetY: number;
  /** Whether the table fits on a page under its heading: then it is not parted. */
  readonly whole: boolean;
  readonly groups: readonly PrintedGroup[];
  /** What stands under the table: texts that no cell had room for. */
  readonly notes: readonly PrintedText[];
}

/** A plain cell; what is special about one is said over it. */
export const plainCell = {
  columnSpan: 1,
  rowSpan: 1,
  align: 'center',
  strong: false,
  shaded: false,
  dense: false,
  breaks: false,
} as const satisfies Omit<PrintedCell, 'text' | 'column'>;
