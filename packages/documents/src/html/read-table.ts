import type { SourceTable } from '../source/source.ts';
import type { SpannedCell } from '../source/table-grid.ts';
import { longestCell, placeCells } from '../source/table-grid.ts';
import type { Element } from './elements.ts';
import { attribute, isBlock, isElement, isText, isUnseen, soleText, visit } from './elements.ts';
import type { PositionedTree } from './positioned-tree.ts';
import { TextBuffer } from './text-buffer.ts';

function spanOf(element: Element, name: string): number {
  const written = attribute(element, name);
  const value = written === null ? 1 : Number.parseInt(written, 10);
  return Number.isFinite(value) && value > 0 ? value : 1;
}

/** The cell's text; the paragraphs in it are kept apart by line breaks. */
function readCell(element: Element, tree: PositionedTree): SpannedCell {
  const buffer = new TextBuffer(tree);
  const sole = soleText(element);
  if (sole === null) gather(element, buffer);
  else buffer.add(sole);
  const { line, column } = buffer.position ?? tree.latest();
  return {
    text: buffer.text,
    line,
    column,
    columnSpan: spanOf(element, 'colspan'),
    rowSpan: spanOf(element, 'rowspan'),
  };
}

function gather(element: Element, buffer: TextBuffer): void {
  visit(
    element,
    (node) => {
      if (isText(node)) buffer.add(node);
      if (!isElement(node) || isUnseen(node)) return false;
      if (node.tagName === 'br' || isBlock(node)) buffer.breakLine();
      return true;
    },
    (node) => {
      if (node !== element && isElement(node) && isBlock(node)) buffer.breakLine();
    },
  );
}

interface TableShape {
  readonly rows: readonly (readonly Element[])[];
  readonly caption: Element | null;
}

const isCell = (element: Element): boolean => element.tagName === 'td' || element.tagName === 'th';

/** The rows of a table and their cells, or null where there are tables inside it. */
function shapeOf(table: Element): TableShape | null {
  const rows: Element[][] = [];
  let caption: Element | null = null;
  let nested = false;
  visit(
    table,
    (node) => {
      if (nested || !isElement(node)) return false;
      if (node.tagName === 'table') nested = true;
      else if (node.tagName === 'tr') rows.push([]);
      else if (node.tagName === 'caption') caption = node;
      else if (isCell(node)) {
        rows.at(-1)?.push(node);
        return soleText(node) === null;
      }
      return !nested;
    },
    () => undefined,
  );
  return nested ? null : { rows, caption };
}

/** Reads a table of data; null for one that only lays out the page: with tables inside, or whole texts as cells. */
export function readTable(table: Element, tree: PositionedTree): SourceTable | null {
  const shape = shapeOf(table);
  if (shape === null) return null;
  const cells = shape.rows.map((row) => row.map((cell) => readCell(cell, tree)));
  const count = cells.reduce((sum, row) => sum + row.length, 0);
  if (count <= 1 || cells.some((row) => row.some((cell) => cell.text.length > longestCell))) return null;
  const firstBody = shape.rows.findIndex((row) => row.length === 0 || row.some((cell) => cell.tagName !== 'th'));
  return {
    kind: 'table',
    line: cells[0]?.[0]?.line ?? 1,
    caption: shape.caption === null ? null : readCell(shape.caption, tree).text || null,
    rows: placeCells(cells),
    headRows: Math.max(firstBody, 0),
  };
}
