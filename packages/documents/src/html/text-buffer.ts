import type { Position } from '../source/source.ts';
import type { TextNode } from './elements.ts';
import type { PositionedTree } from './positioned-tree.ts';

const anyWhite = /[ \t\r\n\f]/;
const whiteRun = /[ \t\r\n\f]+/g;
const brokenChinese = /([\u3000-\u9fff\uff00-\uffef])[ \t]*\n[ \t\n]*(?=[\u3000-\u9fff\uff00-\uffef])/g;

/** White space as a browser shows it, but none where the page's own line break fell between two Chinese characters. */
export function collapse(text: string): string {
  if (!anyWhite.test(text)) return text;
  const joined = text.includes('\n') ? text.replaceAll('\r', '').replace(brokenChinese, '$1') : text;
  return joined.replace(whiteRun, ' ');
}

/** Gathers the text of one line or cell, with the place where its first visible character stands. */
export class TextBuffer {
  readonly #tree: PositionedTree;
  #text = '';
  /** Whether it ends with a line break: looking that up in a text that grows takes time in the square of its length. */
  #broken = false;
  #position: Position | null = null;

  constructor(tree: PositionedTree) {
    this.#tree = tree;
  }

  add(node: TextNode): void {
    if (node.value !== '') this.#broken = false;
    this.#text += collapse(node.value);
    if (this.#position === null && /\S/.test(node.value)) this.#position = this.#tree.positionOf(node);
  }

  /** Keeps what follows apart from what came before, once. */
  breakLine(): void {
    if (this.#text === '' || this.#broken) return;
    this.#text += '\n';
    this.#broken = true;
  }

  /** Ends the name that a description list gives, so that name and description read as one line. */
  endTerm(): void {
    const term = this.text;
    if (term === '') return;
    this.#broken = false;
    this.#text = /[:：]$/.test(term) ? term : `${term}：`;
  }

  get text(): string {
    return this.#text.trim();
  }

  /** The place of the first visible character, or null while there is none. */
  get position(): Position | null {
    return this.#position;
  }
}
