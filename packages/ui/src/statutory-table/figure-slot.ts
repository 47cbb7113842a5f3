import type { Cell, CellValue, Severity } from '@nianbao/core';
import type { ReactNode } from 'react';

/** Where a figure is drawn, for those who draw it themselves: an input in the form, a link on the public page. */
export interface FigurePlace {
  readonly cell: Cell;
  /** Undefined where the report leaves the cell out, which means blank. */
  readonly value: CellValue | undefined;
  /** Ids of the heads and labels of the cell, separated by spaces: the value for an input's `aria-labelledby`. */
  readonly labelledBy: string;
  /** What the table would draw by itself. */
  readonly content: ReactNode;
}

/** Something to be said at a cell: shown as sign and word below the figure. */
export interface FigureMark {
  readonly severity: Severity;
}

/** How the cell stands in what the reader is looking at: the figure asked about, or one that its equations name. */
export type FigureEmphasis = 'selected' | 'related';
