import type { FormatId, TableId } from '@nianbao/core';
import type { RowKind, SourceCell } from '../source/source.ts';

export interface RowLabel {
  readonly table: 't2' | 't3';
  readonly row: string;
  readonly text: string;
  /** The label's normal form. */
  readonly key: string;
  readonly line: number;
  readonly column: number;
  /** False where the label was damaged or cut, so that the row was found by likeness. */
  readonly exact: boolean;
}

/** A head cell over a column of figures. */
export interface ColumnHead {
  readonly table: TableId;
  readonly column: string | null;
  readonly cell: SourceCell;
  /** The head's normal form. */
  readonly key: string;
  /** True where the head's place on the page and not a mark tells its ends, so that it may be a piece of one. */
  readonly laidOut: boolean;
}

/** Cells that follow one label, or none, up to the next label or the end of a row. */
export interface Run {
  readonly table: TableId;
  readonly label: RowLabel | null;
  /** A label without cells of its own in any format: a local row, or a group of rows with figures typed beside it. */
  readonly foreign: (Pick<SourceCell, 'text' | 'line' | 'column'> & { readonly isGroup: boolean }) | null;
  /** The group of 表四 whose head came last. */
  readonly group: string | null;
  /** The group of 表四 whose head alone stands between the figures before and these; null where none or several do. */
  readonly headedBy: string | null;
  readonly kind: RowKind;
  readonly cells: SourceCell[];
  /** The heads over this row, as drawn in the table. */
  readonly heads: readonly ColumnHead[];
  /** Digits that stood run together with the label. */
  readonly digits: string | null;
}

export interface TableRuns {
  readonly runs: readonly Run[];
  readonly heads: readonly ColumnHead[];
  /** How often something occurred that only one format has. */
  readonly votes: Readonly<Record<FormatId, number>>;
  readonly tables: ReadonlySet<TableId>;
}
