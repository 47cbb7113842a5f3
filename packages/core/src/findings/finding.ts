import type { CellKey, SectionId } from '../formats/format.ts';

/** error blocks submission; warning needs an explanation; notice is only shown. */
export type Severity = 'error' | 'warning' | 'notice';

/** A passage of the report: `start` and `end` count characters along `blockText` of that block. */
export interface TextPlace {
  readonly kind: 'text';
  /** `title` and `preface`, or the position of the section in the report. */
  readonly section: 'title' | 'preface' | number;
  readonly sectionId: SectionId | null;
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** A part of a file in which lines are counted anew: a page of a PDF, a sheet of a workbook. */
export type SourcePart =
  | { readonly kind: 'page'; readonly page: number }
  | { readonly kind: 'sheet'; readonly name: string };

/**
 * A place in the file that was read: line and column from 1, counted in `part` where the file has parts. In a sheet they
 * are row and column; in a document of Word, `line` counts paragraphs and rows of tables.
 */
export interface SourcePlace {
  readonly kind: 'source';
  readonly part: SourcePart | null;
  readonly line: number;
  readonly column: number;
  readonly quote: string;
}

export type Place = TextPlace | SourcePlace;

/** One figure whose change alone would make every rule that it failed true; `value` in the cell's own unit. */
export interface Repair {
  readonly cell: CellKey;
  readonly value: number;
}

/**
 * One thing found in a report: data only; `describe` makes the sentences. Figures are in the unit of the cells (件, 项,
 * 万元). `expected` is what the other side of the rule asks for, `actual` what stands there, `difference` is actual minus
 * expected where both are numbers.
 */
export interface Finding {
  readonly rule: string;
  /** Which of the rule's parallel cases failed (a column, a row, a block of 表四), or null when there is but one. */
  readonly instance: string | null;
  readonly severity: Severity;
  readonly cells: readonly CellKey[];
  readonly expected: number | string | null;
  readonly actual: number | string | null;
  readonly difference: number | null;
  readonly place: Place | null;
  /** What the message names besides: labels, names, numbers, lists of them. Parameters of the message templates. */
  readonly values: Readonly<Record<string, string | number | readonly string[]>>;
  readonly repair: Repair | null;
}
