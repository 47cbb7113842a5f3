import type { Source, SourceItem, SourceLine, SourceRange } from '../source/source.ts';
import { plainLine } from '../source/source.ts';
import type { Element, Node, TextNode } from './elements.ts';
import { attribute, isBlock, isElement, isMainPart, isText, isUnseen, visit } from './elements.ts';
import { MetadataCollector } from './metadata.ts';
import type { PositionedTree } from './positioned-tree.ts';
import { parsePositioned } from './positioned-tree.ts';
import { readTable } from './read-table.ts';
import { seenInPage } from './seen-page.ts';
import { TextBuffer } from './text-buffer.ts';

/** Walks over a page and gathers its lines, tables and images in order. */
class PageReader {
  readonly items: SourceItem[] = [];
  readonly metadata = new MetadataCollector();
  readonly #tree: PositionedTree;
  readonly #lists: { readonly id: number; readonly ordered: boolean }[] = [];
  #listCount = 0;
  readonly mainParts: SourceRange[] = [];
  readonly #openMain: { readonly element: Element; readonly from: number }[] = [];
  #inItem = false;
  #heads = 0;
  #links = 0;
  /** Whether all of the line so far is linked. */
  #linked = true;
  #afterTerm = false;
  #buffer: TextBuffer;

  constructor(tree: PositionedTree) {
    this.#tree = tree;
    this.#buffer = new TextBuffer(tree);
  }

  endLine(): void {
    const { text, position } = this.#buffer;
    if (position === null) return;
    const part = this.#heads > 0 ? 'head' : this.#linked ? 'link' : 'text';
    const line: SourceLine = plainLine(text, position.line, position.column);
    if (text !== '') this.items.push({ ...line, part, list: this.#inItem ? (this.#lists.at(-1) ?? null) : null });
    this.#buffer = new TextBuffer(this.#tree);
    this.#linked = true;
  }

  /** Takes a node in; true where what is below it is to be visited. */
  enter(node: Node): boolean {
    if (isText(node)) this.#text(node);
    if (!isElement(node) || this.#isOfHead(node) || isUnseen(node)) return false;
    const name = node.tagName;
    // The foot of a page is the site's; that of a text holds its signature.
    if (name === 'footer' && this.#openMain.length === 0) return false;
    if (name === 'br' || (isBlock(node) && !(name === 'dd' && this.#afterTerm))) this.endLine();
    this.#afterTerm = false;
    if (isMainPart(node)) this.#openMain.push({ element: node, from: this.items.length });
    if (name === 'header') this.#heads += 1;
    if (name === 'a' && attribute(node, 'href') !== null) this.#links += 1;
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
    if (!isElement(node)) return;
    if (node.tagName === 'a' && attribute(node, 'href') !== null) this.#links -= 1;
    if (node.tagName === 'dt') {
      this.#buffer.endTerm();
      this.#afterTerm = true;
      return;
    }
    if (!isBlock(node)) return;
    this.endLine();
    if (node.tagName === 'header') this.#heads -= 1;
    const main = this.#openMain.at(-1);
    if (main?.element === node) {
      this.#openMain.pop();
      this.mainParts.push({ from: main.from, to: this.items.length });
    }
    if (node.tagName === 'ul' || node.tagName === 'ol') this.#lists.pop();
    if (node.tagName === 'li') this.#inItem = false;
  }

  #text(node: TextNode): void {
    this.#buffer.add(node);
    if (this.#links === 0 && this.#linked && /\S/.test(node.value)) this.#linked = false;
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

/**
 * Reads an HTML page: its lines of text, tables and images in order, and what its meta elements say. `carried` is the
 * report that was taken out of it.
 */
export function readHtml(html: string, carried: string | null = null): Source {
  const tree = parsePositioned(html);
  const reader = new PageReader(tree);
  visit(
    tree.document,
    (node) => reader.enter(node),
    (node) => reader.leave(node),
  );
  reader.endLine();
  return {
    items: reader.items,
    parts: [],
    carried,
    seen: carried === null ? null : seenInPage(tree),
    mainParts: reader.mainParts,
    metadata: reader.metadata.finish(),
    wrapWidth: null,
  };
}
