import type { SourcePart } from '@nianbao/core';
import type { Seen } from './seen.ts';

/**
 * What every reader makes of a file before anything is interpreted: lines of text, tables with their spans resolved, and
 * images, each with its place. Readers know how a kind of file is written; nothing after them does.
 */

/** A place in the source, line and column from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One cell as it stood. `start` and `end` are columns: of the grid in a table, of the character in laid-out text. */
export interface SourceCell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

/**
 * How far a row can be trusted: `marked` where the source marks where rows end; `laidOut` where only the position on the
 * page tells, so that a label may run over the lines above and below its figures; `loose` where cells just follow. A loose
 * row without cells marks the end of a row.
 */
export type RowKind = 'marked' | 'laidOut' | 'loose';

export interface SourceRow {
  readonly kind: RowKind;
  readonly cells: readonly SourceCell[];
}

/** A character as it is drawn: where its baseline begins, its advance and the height of its font, in points. */
export interface DrawnSign {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** A horizontal rule of a page: its height on the page and its ends, in points. */
export interface DrawnRule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A line as a page shows it, from left to right; `width` and `rules` are those of the whole page. */
export interface DrawnLine {
  readonly page: number;
  readonly width: number;
  readonly signs: readonly DrawnSign[];
  readonly rules: readonly DrawnRule[];
}

/**
 * A line of text. `text` has no white space at its ends. `cells` are the parts that the line's own marks (bars, tabs,
 * wide gaps) divide it into; a line without such marks is one cell, an empty line none. `cellLine` is true where a mark
 * says that this line is a cell of its own, so that an empty one is a blank cell; one without cells then marks a row's end.
 */
export interface SourceLine {
  readonly kind: 'line';
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly cells: readonly SourceCell[];
  readonly cellsBy: 'none' | 'marks' | 'gaps';
  readonly cellLine: boolean;
  /** An empty line that stands for the end of a page. */
  readonly pageEnd: boolean;
  /** Number of white-space columns before the text, for laid-out text. */
  readonly indent: number;
  /** What the markup makes of the line: a link and nothing else, or a part of a document's head; `text` where nothing. */
  readonly part: 'text' | 'link' | 'head';
  /** The list that the line is an item of, where the source marks lists up. */
  readonly list: { readonly id: number; readonly ordered: boolean } | null;
  /** Whether it goes on with the text of the line before, where its place on the page tells; null where nothing does. */
  readonly goesOn: boolean | null;
  /** How it is drawn, where its source places characters on pages; null where it does not. */
  readonly drawn: DrawnLine | null;
}

export interface SourceTable {
  readonly kind: 'table';
  readonly line: number;
  readonly caption: string | null;
  readonly rows: readonly SourceRow[];
  /** How many of the first rows the source marks as heads. */
  readonly headRows: number;
}

export interface SourceImage {
  readonly kind: 'image';
  readonly line: number;
  readonly source: string;
  readonly alt: string;
}

export type SourceItem = SourceLine | SourceTable | SourceImage;

/** What the page says of itself outside its text, such as the meta elements that government sites carry. */
export interface SourceMetadata {
  readonly title: string | null;
  readonly publishedOn: string | null;
  readonly publisher: string | null;
  readonly site: string | null;
  readonly indexNumber: string | null;
}

export const noMetadata: SourceMetadata = {
  title: null,
  publishedOn: null,
  publisher: null,
  site: null,
  indexNumber: null,
};

/** Items from `from` up to and without `to`. */
export interface SourceRange {
  readonly from: number;
  readonly to: number;
}

/** Running line from which on a page or a sheet goes. */
export interface PartStart {
  readonly from: number;
  readonly part: SourcePart;
}

export interface Source {
  readonly items: readonly SourceItem[];
  /** Where pages or sheets begin, in order; lines run on through all of them. None where the file has no such parts. */
  readonly parts: readonly PartStart[];
  /** The machine-readable report that the file carries inside, as text; null where there is none. */
  readonly carried: string | null;
  /** All that a person sees in the file, where it carries a report against which that can be held; else null. */
  readonly seen: Seen | null;
  /** Stretches that the source marks as what the page is about; inner ones come before those around them. */
  readonly mainParts: readonly SourceRange[];
  readonly metadata: SourceMetadata;
  /** The width at which the page breaks lines, so that a sentence runs over several; null where lines end by sense. */
  readonly wrapWidth: number | null;
}

/** A line that is one cell, or none when it is empty. */
export function plainLine(text: string, line: number, column: number): SourceLine {
  const cells = text === '' ? [] : [{ text, line, column, start: column, end: column + text.length }];
  return {
    kind: 'line',
    text,
    line,
    column,
    cells,
    cellsBy: 'none',
    cellLine: false,
    pageEnd: false,
    indent: 0,
    part: 'text',
    list: null,
    goesOn: null,
    drawn: null,
  };
}
