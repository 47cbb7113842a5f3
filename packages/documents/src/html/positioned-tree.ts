import type { DefaultTreeAdapterMap, DefaultTreeAdapterTypes, TreeAdapter } from 'parse5';
import { defaultTreeAdapter, Parser } from 'parse5';
import { isText } from './elements.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** A place in the source, line and column from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface PositionedTree {
  readonly document: DefaultTreeAdapterTypes.Document;
  /** Where a text, a table, a cell or an image stands; `skip` counts characters of a text that are passed over. */
  positionOf(node: Node, skip?: number): Position;
}

const tracked = new Set(['img', 'table', 'td', 'th']);

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
const reach = 1000;

/** The parser tells of a text when it has read the tag behind it, so the text begins shortly before that offset. */
function startOfText(html: string, text: string, offset: number): number {
  const from = Math.max(0, offset - reach);
  const found = html.slice(from, offset + 1 + text.length).lastIndexOf(`>${text.slice(0, 16)}`);
  return found < 0 ? offset : from + found + 1;
}

/** The parse that is going on; parsing never yields, so there is one at a time. */
interface Recording {
  readonly parser: Parser<DefaultTreeAdapterMap>;
  readonly offsets: Map<Node, number>;
}
let recording: Recording | null = null;

function noteText(node: Node | undefined, text: string): void {
  if (recording === null || node === undefined || white.test(text) || recording.offsets.has(node)) return;
  recording.offsets.set(node, Math.max(0, recording.parser.tokenizer.preprocessor.offset - text.length));
}

/** One adapter for all parses: the parser is fast only while it always meets the same object. */
const recordingAdapter: TreeAdapter<DefaultTreeAdapterMap> = {
  ...defaultTreeAdapter,
  createElement(tagName, namespace, attributes) {
    const element = defaultTreeAdapter.createElement(tagName, namespace, attributes);
    if (recording !== null && tracked.has(tagName)) {
      recording.offsets.set(element, recording.parser.tokenizer.preprocessor.offset);
    }
    return element;
  },
  insertText(parent, text) {
    defaultTreeAdapter.insertText(parent, text);
    noteText(parent.childNodes.at(-1), text);
  },
  insertTextBefore(parent, text, reference) {
    defaultTreeAdapter.insertTextBefore(parent, text, reference);
    noteText(parent.childNodes[parent.childNodes.indexOf(reference) - 1], text);
  },
};

/**
 * Builds the tree of a page and notes where its texts and cells begin. The parser's own record of places covers every
 * tag and attribute and takes as long as parsing itself; this one notes an offset where a node of interest is made.
 */
export function parsePositioned(html: string): PositionedTree {
  const parser = new Parser<DefaultTreeAdapterMap>({ treeAdapter: recordingAdapter });
  const offsets = new Map<Node, number>();
  recording = { parser, offsets };
  try {
    parser.tokenizer.write(html, true);
  } finally {
    recording = null;
  }
  const starts = lineStarts(html);
  return {
    document: parser.document,
    positionOf(node, skip = 0) {
      const offset = offsets.get(node) ?? 0;
      const start = isText(node) ? startOfText(html, node.value, offset) : offset;
      return positionAt(starts, start + skip);
    },
  };
}
