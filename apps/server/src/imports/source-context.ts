import type { SourcePart } from '@nianbao/core';
import type { ReadReport, ShownLine, SourceOf } from '@nianbao/documents';

/** A line of the file as people look it up, with its position among all lines. */
export interface ContextLine {
  readonly index: number;
  readonly part: SourcePart | null;
  readonly line: number;
  readonly cells: readonly string[];
}

/** Where among the lines something stands: the line by its index, and which of its cells. */
export interface ContextPlace {
  readonly index: number;
  readonly cell: number;
}

/** Lines shown before and after the one that is looked up. */
const around = 2;
const longestCell = 200;
const mostCells = 40;

const partName = (part: SourcePart | null): string => {
  if (part === null) return '';
  return part.kind === 'page' ? `page ${part.page}` : `sheet ${part.name}`;
};
const nameOf = (part: SourcePart | null, line: number, column: number): string => `${partName(part)} ${line} ${column}`;

function placesByName(lines: readonly ShownLine[]): ReadonlyMap<string, ContextPlace> {
  const places = new Map<string, ContextPlace>();
  for (const [index, { part, line, cells }] of lines.entries()) {
    for (const [cell, { line: at, column }] of cells.slice(0, mostCells).entries()) {
      const name = nameOf(part, at, column);
      if (!places.has(name)) places.set(name, { index, cell });
    }
    // A place within a line, such as a passage, is looked up by its line alone.
    const whole = nameOf(part, line, 0);
    if (!places.has(whole)) places.set(whole, { index, cell: 0 });
  }
  return places;
}

export interface SourceContext {
  /** The lines around everything that was looked up, in the file's order. */
  readonly lines: readonly ContextLine[];
  readonly placeOf: (source: SourceOf) => ContextPlace | null;
}

/** Finds places of a file among its lines, and keeps the few lines around them for showing. */
export function sourceContext({ lines }: Pick<ReadReport, 'lines'>, sources: readonly SourceOf[]): SourceContext {
  const places = placesByName(lines);
  const placeOf = ({ part, line, column }: SourceOf) =>
    places.get(nameOf(part, line, column)) ?? places.get(nameOf(part, line, 0)) ?? null;
  const shown = new Set<number>();
  for (const source of sources) {
    const place = placeOf(source);
    if (place === null) continue;
    for (let index = place.index - around; index <= place.index + around; index += 1) shown.add(index);
  }
  const kept = [...shown]
    .sort((a, b) => a - b)
    .flatMap((index): ContextLine[] => {
      const line = lines[index];
      if (line === undefined) return [];
      const cells = line.cells.slice(0, mostCells).map(({ text }) => text.slice(0, longestCell));
      return [{ index, part: line.part, line: line.line, cells }];
    });
  return { lines: kept, placeOf };
}
