import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse } from 'parse5';
import type { Source, SourceItem } from '../source/source.ts';
import { plainLine } from '../source/source.ts';
import { MetadataCollector } from './metadata.ts';
import type { SpannedCell } from './table-grid.ts';
import { placeCells } from './table-grid.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;
type TextNode = DefaultTreeAdapterTypes.TextNode;

const dropped = new Set(
  'script style noscript template select button iframe svg object nav textarea datalist audio video canvas'.split(' '),
);
const blocks = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td tfoot th thead tr ul caption legend'.split(
    ' ',
  ),
);

const isElement = (node: Node): node is Element => 'tagName' in node;
const isText = (node: Node): node is TextNode => node.nodeName === '#text';
const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);

function attribute(element: Element, name: string): string | null {
  for (const item of element.attrs) if (item.name === name) return item.value;
  return null;
}

function isHidden(element: Element): boolean {
  for (const { name, value } of element.attrs) {
    if (name === 'hidden' || (name === 'style' && /display\s*:\s*none/i.test(value))) return true;
  }
  return false;
}

/** Visits a tree without recursion, so that its depth cannot exhaust the stack. */
function visit(root: Node, enter: (node: Node) => boolean, leave: (node: Node) => void): void {
  const stack: { node: Node; next: number }[] = [{ node: root, next: 0 }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const child = childrenOf(top.node)[top.next];
    if (child === undefined) {
      leave(top.node);
      stack.pop();
    } else {
      top.next += 1;
      if (enter(child)) stack.push({ node: child, next: 0 });
    }
  }
}

const whiteRun = /[ \t\r\n\f]+/g;
const brokenChinese = /([\u3000-\u9fff\uff00-\uffef])[ \t]*\n[ \t\n]*(?=[\u3000-\u9fff\uff00-\uffef])/g;

/** White space as a browser shows it, but none where the page's own line break fell between two Chinese characters. */
function collapse(text: string): string {
  const joined = text.includes('\n') ? text.replace(/\r/g, '').replace(brokenChinese, '$1') : text;
  return joined.replace(whiteRun, ' ');
}

/** The text of one cell or line with its place; paragraphs inside a cell are kept apart by line breaks. */
class TextBuffer {
  text = '';
  line = 0;
  column = 0;

  add(node: TextNode): void {
    const value = collapse(node.value);
    if (this.line === 0 && value.trim() !== '') {
      const lead = /^\s*/.exec(node.value)?.[0] ?? '';
      const breaks = lead.split('\n').length - 1;
      this.line = (node.sourceCodeLocation?.startLine ?? 1) + breaks;
      this.column = breaks > 0 ? 1 : (node.sourceCodeLocation?.startCol ?? 1);
    }
    this.text += value;
  }

  breakLine(): void {
    if (this.text !== '' && !this.text.endsWith('\n')) this.text += '\n';
  }
}

function spanOf(element: Element, name: string): number {
  const value = Number.parseInt(attribute(element, name) ?? '1', 10);
  return Number.isFinite(value) && value > 0 ? value : 1;
}

function readTableCell(element: Element): SpannedCell {
  const buffer = new TextBuffer();
  visit(
    element,
    (node) => {
      if (isText(node)) buffer.add(node);
      else if (isElement(node)) {
        if (dropped.has(node.tagName) || isHidden(node)) return false;
        if (node.tagName === 'br' || blocks.has(node.tagName)) buffer.breakLine();
        return true;
      }
      return false;
    },
    (node) => {
      if (node !== element && isElement(node) && blocks.has(node.tagName)) buffer.breakLine();
    },
  );
  return {
    text: buffer.text.trim(),
    line: buffer.line || (element.sourceCodeLocation?.startLine ?? 1),
    column: buffer.line === 0 ? (element.sourceCodeLocation?.startCol ?? 1) : buffer.column,
    columnSpan: spanOf(element, 'colspan'),
    rowSpan: spanOf(element, 'rowspan'),
  };
}

interface TableShape {
  readonly rows: readonly Element[];
  readonly nested: boolean;
  readonly caption: string | null;
}

function shapeOf(table: Element): TableShape {
  const rows: Element[] = [];
  let nested = false;
  let caption: string | null = null;
  visit(
    table,
    (node) => {
      if (!isElement(node)) return false;
      if (node.tagName === 'table') nested = true;
      if (node.tagName === 'tr') rows.push(node);
      if (node.tagName === 'caption') caption = readTableCell(node).text || null;
      return !nested;
    },
    () => undefined,
  );
  return { rows, nested, caption };
}

const cellsOf = (row: Element): Element[] =>
  row.childNodes.filter((node): node is Element => isElement(node) && (node.tagName === 'td' || node.tagName === 'th'));

const longestCell = 600;

/** A table of data, or null for one that only lays out the page: with tables inside, or with whole texts as cells. */
function readTable(table: Element): SourceItem | null {
  const { rows, nested, caption } = shapeOf(table);
  if (nested) return null;
  const elements = rows.map(cellsOf);
  const cells = elements.map((row) => row.map(readTableCell));
  const count = cells.reduce((sum, row) => sum + row.length, 0);
  if (count <= 1 || cells.some((row) => row.some((cell) => cell.text.length > longestCell))) return null;
  const headRows = elements.findIndex((row) => row.length === 0 || row.some((cell) => cell.tagName !== 'th'));
  return {
    kind: 'table',
    line: table.sourceCodeLocation?.startLine ?? 1,
    caption,
    rows: placeCells(cells),
    headRows: Math.max(headRows, 0),
  };
}

/** Reads an HTML page: its lines of text, tables and images in order, and what its meta elements say. */
export function readHtml(html: string): Source {
  const items: SourceItem[] = [];
  const metadata = new MetadataCollector();
  const lists: { id: number; ordered: boolean }[] = [];
  let listCount = 0;
  let inItem = false;
  let buffer = new TextBuffer();

  const endLine = () => {
    const text = buffer.text.trim();
    if (text !== '') {
      const line = plainLine(text, buffer.line, buffer.column);
      items.push(inItem ? { ...line, list: lists.at(-1) ?? null } : line);
    }
    buffer = new TextBuffer();
  };

  const enter = (node: Node): boolean => {
    if (isText(node)) {
      buffer.add(node);
      return false;
    }
    if (!isElement(node)) return false;
    const name = node.tagName;
    if (name === 'title') {
      const text = node.childNodes[0];
      if (text !== undefined && isText(text)) metadata.pageTitle(text.value);
      return false;
    }
    if (name === 'meta') {
      metadata.meta(attribute(node, 'name') ?? attribute(node, 'property') ?? '', attribute(node, 'content') ?? '');
      return false;
    }
    if (dropped.has(name) || isHidden(node)) return false;
    if (name === 'br' || blocks.has(name)) endLine();
    if (name === 'img') {
      endLine();
      items.push({
        kind: 'image',
        line: node.sourceCodeLocation?.startLine ?? 1,
        source: (attribute(node, 'src') ?? '').slice(0, 4000),
        alt: (attribute(node, 'alt') ?? '').trim(),
      });
    }
    if (name === 'ul' || name === 'ol') {
      listCount += 1;
      lists.push({ id: listCount, ordered: name === 'ol' });
    }
    if (name === 'li') inItem = true;
    if (name !== 'table') return true;
    const table = readTable(node);
    if (table !== null) items.push(table);
    return table === null;
  };

  const leave = (node: Node): void => {
    if (!isElement(node) || !blocks.has(node.tagName)) return;
    endLine();
    if (node.tagName === 'ul' || node.tagName === 'ol') lists.pop();
    if (node.tagName === 'li') inItem = false;
  };

  visit(parse(html, { sourceCodeLocationInfo: true }), enter, leave);
  endLine();
  return { items, metadata: metadata.finish(), wrapWidth: null };
}
