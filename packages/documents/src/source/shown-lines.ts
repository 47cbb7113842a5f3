import type { SourcePart } from '@nianbao/core';
import { locate } from './locate.ts';
import type { Source, SourceCell, SourceItem } from './source.ts';

/** A line or a row of a table as the file shows it, without its markup, with the places of its cells. */
export interface ShownLine {
  readonly part: SourcePart | null;
  /** From 1, counted in `part`; a row of a table stands in the line of its first cell. */
  readonly line: number;
  readonly cells: readonly { readonly text: string; readonly line: number; readonly column: number }[];
}

function shown(cells: readonly SourceCell[], { parts }: Pick<Source, 'parts'>): ShownLine[] {
  const [first] = cells;
  if (first === undefined || cells.every(({ text }) => text === '')) return [];
  const placed = cells.map(({ text, line, column }) => ({ text, ...locate(parts, line, column) }));
  return [{ ...locate(parts, first.line, first.column), cells: placed }];
}

function rowsOf(item: SourceItem): readonly (readonly SourceCell[])[] {
  switch (item.kind) {
    case 'line':
      return [item.cells];
    case 'table':
      return item.rows.map(({ cells }) => cells);
    case 'image':
      return [];
  }
}

/** What the file shows, line by line in its order: for people who look up what was read. Empty lines are left out. */
export function shownLines(source: Pick<Source, 'items' | 'parts'>): ShownLine[] {
  return source.items.flatMap(rowsOf).flatMap((cells) => shown(cells, source));
}
