import type { Source, SourceItem } from '../source/source.ts';
import { plainLine } from '../source/source.ts';
import type { Element, Node } from './elements.ts';
import { attribute, isBlock, isElement, isText, isUnseen, visit } from './elements.ts';
import { MetadataCollector } from './metadata.ts';
import type { PositionedTree } from './positioned-tree.ts';
import { parsePositioned } from './positioned-tree.ts';
import { readTable } from './read-table.ts';
import { TextBuffer } from './text-buffer.ts';

/** Walks over a page and gathers its lines, tables and images in order. */
class PageReader {
  readonly items: SourceItem[] = [];
  readonly metadata = new MetadataCollector();
  readonly #tree: PositionedTree;
  readonly #lists: { readonly id: number; readonly ordered: boolean }[] = [];
  #listCount = 0;
  #inItem = false;
  #buffer: TextBuffer;

  constructor(tree: PositionedTree) {
    this.#tree = tree;
    this.#buffer = new TextBuffer(tree);
  }

  endLine(): void {
    const { text, position } = this.#buffer;
    if (position === null) return;
    const line = plainLine(text, position.line, position.column);
    if (text !== '') this.items.push(this.#inItem ? { ...line, list: this.#lists.at(-1) ?? null } : line);
    this.#buffer = new TextBuffer(this.#tree);
  }

  /** Takes a node in; true where what is below it is to be visited. */
  enter(node: Node): boolean {
    if (isText(node)) this.#buffer.add(node);
    if (!isElement(node) || this.#isOfHead(node) || isUnseen(node)) return false;
    const name = node.tagName;
    if (name === 'br' || isBlock(node)) this.endLine();
    if (name === 'img') this.#image(node);
    if (name === 'li') this.#inItem = true;
    if (name === 'ul' || name === 'ol') {
      this.#listCount += 1;
      this.#lists.push({ id: this.#listCount, ordered: name === 'ol' });
    }
    const table = name === 'table' ? readTable(node, this.#tree) : null;
    if (table !== null) this.items.push(table);
    return table === null;
  }

  leave(node: Node): void {
    if (!isElement(node) || !isBlock(node)) return;
    this.endLine();
    if (node.tagName === 'ul' || node.tagName === 'ol') this.#lists.pop();
    if (node.tagName === 'li') this.#inItem = false;
  }

  #isOfHead(element: Element): boolean {
    if (element.tagName === 'meta') {
      const name = attribute(element, 'name') ?? attribute(element, 'property') ?? '';
      this.metadata.meta(name, attribute(element, 'content') ?? '');
      return true;
    }
    if (element.tagName !== 'title') return false;
    const [text] = element.childNodes;
    if (text !== undefined && isText(text)) this.metadata.pageTitle(text.value);
    return true;
  }

  #image(element: Element): void {
    this.endLine();
    this.items.push({
      kind: 'image',
      line: this.#tree.latest().line,
      source: (attribute(element, 'src') ?? '').slice(0, 4000),
      alt: (attribute(element, 'alt') ?? '').trim(),
    });
  }
}

/** Reads an HTML page: its lines of text, tables and images in order, and what its meta elements say. */
export function readHtml(html: string): Source {
  const tree = parsePositioned(html);
  const reader = new PageReader(tree);
  visit(
    tree.document,
    (node) => reader.enter(node),
    (node) => reader.leave(node),
  );
  reader.endLine();
  return { items: reader.items, metadata: reader.metadata.finish(), wrapWidth: null };
}
