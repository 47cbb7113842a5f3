import type { DefaultTreeAdapterMap, DefaultTreeAdapterTypes, TreeAdapter } from 'parse5';
import { defaultTreeAdapter, Parser } from 'parse5';
import type { Position } from '../source/source.ts';
import type { TextNode } from './elements.ts';
import { isText } from './elements.ts';

export interface PositionedTree {
  readonly document: DefaultTreeAdapterTypes.Document;
  /** Where the first visible character of a text stands. */
  positionOf(node: TextNode): Position;
  /** The last place that was asked for: where something without text of its own, such as a blank cell, stands. */
  latest(): Position;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

const white = /^[ \n\r\t\f]*$/;

/** The parser tells of a text when it has read the name of the tag behind it; the text begins behind the tag before. */
function startOfText(html: string, offset: number): number {
  const nextTag = html.lastIndexOf('<', offset - 1);
  const lastEnd = html.lastIndexOf('>', offset - 1);
  return (lastEnd > nextTag ? lastEnd : html.lastIndexOf('>', nextTag)) + 1;
}

/**
 * A text that knows where the parser stood when it told of it, and whether it is white space so far. Looking that up in
 * the text itself while it grows would take time in the square of its length.
 */
interface PlacedText extends TextNode {
  toldAt: number;
  isWhite: boolean;
}

const isPlaced = (node: TextNode): node is PlacedText => 'toldAt' in node;

type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** The parser that is at work; parsing never yields, so there is one at a time. */
let working: Parser<DefaultTreeAdapterMap> | null = null;

/** Puts a text before the child at `place`, or adds it to the text that ends there. */
function insertText(parent: ParentNode, text: string, place: number): void {
  const toldAt = working?.tokenizer.preprocessor.offset ?? 0;
  const before = parent.childNodes[place - 1];
  if (before === undefined || !isText(before)) {
    const node: PlacedText = { nodeName: '#text', value: text, parentNode: parent, toldAt, isWhite: white.test(text) };
    if (place === parent.childNodes.length) parent.childNodes.push(node);
    else parent.childNodes.splice(place, 0, node);
    return;
  }
  if (isPlaced(before) && before.isWhite) {
    before.toldAt = toldAt;
    before.isWhite = white.test(text);
  }
  before.value += text;
}

/** One adapter for all parses: the parser is fast only while it always meets the same object. */
const placingAdapter: TreeAdapter<DefaultTreeAdapterMap> = {
  ...defaultTreeAdapter,
  insertText: (parent, text) => insertText(parent, text, parent.childNodes.length),
  insertTextBefore: (parent, text, reference) => insertText(parent, text, parent.childNodes.lastIndexOf(reference)),
};

/**
 * Builds the tree of a page and notes where its texts begin. The parser's own record of places covers every
 * tag and attribute and takes as long as parsing itself; this one notes one number for each text.
 */
export function parsePositioned(html: string): PositionedTree {
  const parser = new Parser<DefaultTreeAdapterMap>({ treeAdapter: placingAdapter });
  working = parser;
  try {
    parser.tokenizer.write(html, true);
  } finally {
    working = null;
  }
  const starts = lineStarts(html);
  let latest: Position = { line: 1, column: 1 };
  return {
    document: parser.document,
    positionOf(node) {
      const skip = node.value.length - node.value.trimStart().length;
      latest = positionAt(starts, startOfText(html, isPlaced(node) ? node.toldAt : 0) + skip);
      return latest;
    },
    latest: () => latest,
  };
}
