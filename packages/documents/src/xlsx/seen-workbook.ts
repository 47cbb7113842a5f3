import type { Archive } from '../archive/archive.ts';
import { relationshipsOf } from '../archive/relationships.ts';
import { seenProperties } from '../office/properties.ts';
import type { Seen, SeenPart } from '../source/seen.ts';
import { edgeLines } from '../source/seen.ts';
import type { ShownLine } from '../source/shown-lines.ts';
import { attributeOf } from '../xml/read-xml.ts';
import type { XmlElement } from '../xml/tree.ts';
import { childOf, elementsOf, readTree, textOf } from '../xml/tree.ts';
import type { ReadSheet, SheetContext } from './read-sheet.ts';
import { placeOf, readSheet } from './read-sheet.ts';

/** A sheet that a person may look at. */
export interface SeenSheet {
  readonly name: string;
  /** The name of its part. */
  readonly part: string;
  readonly bytes: Uint8Array;
}

function cellLines(name: string, { rows }: ReadSheet): ShownLine[] {
  const part = { kind: 'sheet' as const, name };
  return rows
    .filter(({ cells }) => cells.length > 0)
    .map(({ row, cells }) => ({
      ...{ part, line: row },
      cells: cells.map(({ column, text }) => ({ text, line: row, column })),
    }));
}

const noteAt = (name: string, place: { row: number; column: number }, text: string): ShownLine[] => {
  const { row: line, column } = place;
  return text.trim() === '' ? [] : [{ part: { kind: 'sheet', name }, line, cells: [{ text, line, column }] }];
};

function commentLines(name: string, root: XmlElement): ShownLine[] {
  const list = childOf(root, 's:commentList');
  return (list === null ? [] : elementsOf(list)).flatMap((comment) => {
    const text = childOf(comment, 's:text');
    const place = placeOf(attributeOf(comment, 'ref')) ?? { row: 1, column: 1 };
    return text === null ? [] : noteAt(name, place, textOf(text));
  });
}

/** Paragraphs of text in the shapes that are drawn over a sheet. */
function drawnLines(name: string, element: XmlElement): ShownLine[] {
  return elementsOf(element).flatMap((child) =>
    child.name === 'a:p' ? noteAt(name, { row: 1, column: 1 }, textOf(child)) : drawnLines(name, child),
  );
}

function noteLines(archive: Archive, { name, part }: SeenSheet): ShownLine[] {
  const lines = relationshipsOf(archive, part).flatMap(({ type, target }) => {
    const bytes = type === 'comments' || type === 'drawing' ? archive.part(target) : null;
    if (bytes === null) return [];
    return type === 'comments' ? commentLines(name, readTree(bytes)) : drawnLines(name, readTree(bytes));
  });
  // Programs keep notes in an order of their own.
  const columnOf = ({ cells }: ShownLine): number => cells[0]?.column ?? 0;
  return lines.toSorted((a, b) => a.line - b.line || columnOf(a) - columnOf(b));
}

/** All that a person sees in a workbook: every sheet, what a filter hides for now included, and what hangs on it. */
export function seenInWorkbook(archive: Archive, sheets: readonly SeenSheet[], context: SheetContext): Seen {
  const parts = sheets.flatMap((seen): SeenPart[] => {
    const { name, bytes } = seen;
    const sheet = readSheet(bytes, context, { withHidden: true });
    return [
      { where: { kind: 'sheet', name }, lines: cellLines(name, sheet) },
      { where: { kind: 'notes', name }, lines: noteLines(archive, seen) },
      { where: { kind: 'edge', name }, lines: edgeLines(sheet.edges) },
    ];
  });
  return { format: 'xlsx', parts: [...parts, ...seenProperties(archive)] };
}
