import type { CheckStage, Finding, Locale } from '@nianbao/core';
import type { CheckedFile, Piece, RefusedFile, Style } from './checked-file.ts';
import type { Totals } from './totals.ts';

export interface RunFacts {
  readonly lang: Locale;
  readonly stage: CheckStage;
  /** The sums of the whole run; those of a head are whole only where the format `needsTotals`. */
  readonly totals: Totals;
}

/** How the outcome of a check is written: file by file, between a head and a foot. */
export interface CheckFormat {
  /** False for a summary alone, which leaves nothing out that it would have to tell. */
  readonly showsFindings: boolean;
  /** Whether the head tells sums, so that it can be written only when all files are done. */
  readonly needsTotals: boolean;
  readonly head: (run: RunFacts) => string;
  /** What is written of a file; `shown` are its findings but for those past the limit. */
  readonly piece: (checked: CheckedFile, shown: readonly Finding[], style: Style) => Piece;
  /** What is written of a file that could not be read; standard error tells it as well. */
  readonly refusal: (refused: RefusedFile, style: Style) => Piece;
  /** Says how many findings of a file were left out. */
  readonly leftOut: (count: number, style: Style) => string;
  /** What stands between two findings: of one file, or of the whole run where `listRunsOn`. */
  readonly separator: string;
  readonly listRunsOn: boolean;
  readonly foot: (run: RunFacts) => string;
}

/** Nothing at all. */
export const noPiece: Piece = { before: '', items: [], close: '', after: '' };
