import type { SourceTable } from '../source/source.ts';
import type { SpannedCell } from '../source/table-grid.ts';
import { longestCell, placeCells } from '../source/table-grid.ts';
import type { Element } from './elements.ts';
import { attribute, isBlock, isElement, isText, isUnseen, soleText, visit } from './elements.ts';
import type { PositionedTree } from './positioned-tree.ts';
import { collapse, TextBuffer } from './text-buffer.ts';

function spanOf(element: Element, name: string): number {
  const written = attribute(element, name);
  const value = written === null ? 1 : Number.parseInt(written, 10);
  return Number.isFinite(value) && value > 0 ? value : 1;
}

type PlacedText = Pick<SpannedCell, 'text' | 'position'>;

/** The text in an element; the paragraphs in it are kept apart by line breaks. Null where there is a table in it. */
function textIn(element: Element, tree: PositionedTree): PlacedText | null {
  const sole = soleText(element);
  if (sole !== null) {
    const text = collapse(sole.value).trim();
    return { text, position: text === '' ? tree.latest() : tree.positionOf(sole) };
  }
  const buffer = new TextBuffer(tree);
  if (!gather(element, buffer)) return null;
  return { text: buffer.text, position: buffer.position ?? tree.latest() };
}

/** Adds all that is shown of an element; false where there is a table in it. */
function gather(element: Element, buffer: TextBuffer): boolean {
  let nested = false;
  visit(
    element,
    (node) => {
      if (nested) return false;
      if (isText(node)) buffer.add(node);
      if (!isElement(node)) return false;
      nested = node.tagName === 'table';
      if (nested || isUnseen(node)) return false;
      if (node.tagName === 'br' || isBlock(node)) buffer.breakLine();
      return true;
    },
    (node) => {
      if (node !== element && isElement(node) && isBlock(node)) buffer.breakLine();
    },
  );
  return !nested;
}

interface MarkedRow {
  readonly cells: readonly SpannedCell[];
  /** Whether all cells are marked as heads. */
  readonly isHead: boolean;
}

/** The cells of a row, or null where it shows that the table only lays out the page. */
function readRow(row: Element, tree: PositionedTree): MarkedRow | null {
  const cells: SpannedCell[] = [];
  let isHead = true;
  for (const cell of row.childNodes) {
    if (!isElement(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue;
    const placed = textIn(cell, tree);
    if (placed === null || placed.text.length > longestCell) return null;
    if (cell.tagName === 'td') isHead = false;
    const { text, position } = placed;
    cells.push({ text, position, columnSpan: spanOf(cell, 'colspan'), rowSpan: spanOf(cell, 'rowspan') });
  }
  return { cells, isHead: isHead && cells.length > 0 };
}

/**
 * Reads a table of data; null for one that only lays out the page: with tables inside, or whole texts as cells. The
 * parser has put every row into a body and every cell into a row.
 */
export function readTable(table: Element, tree: PositionedTree): SourceTable | null {
  const rows: MarkedRow[] = [];
  let caption: string | null = null;
  let count = 0;
  for (const part of table.childNodes) {
    if (!isElement(part)) continue;
    if (part.tagName === 'caption') caption = textIn(part, tree)?.text ?? null;
    for (const element of part.childNodes) {
      if (!isElement(element) || element.tagName !== 'tr') continue;
      const row = readRow(element, tree);
      if (row === null) return null;
      rows.push(row);
      count += row.cells.length;
    }
  }
  if (count <= 1) return null;
  const firstBody = rows.findIndex((row) => !row.isHead);
  return {
    kind: 'table',
    line: rows[0]?.cells[0]?.position.line ?? 1,
    caption: caption === '' ? null : caption,
    rows: placeCells(rows.map((row) => row.cells)),
    headRows: Math.max(firstBody, 0),
  };
}
