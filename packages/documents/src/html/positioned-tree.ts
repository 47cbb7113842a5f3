import type { DefaultTreeAdapterMap, DefaultTreeAdapterTypes, TreeAdapter } from 'parse5';
import { defaultTreeAdapter, Parser } from 'parse5';
import type { Node, TextNode } from './elements.ts';

/** A place in the source, line and column from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface PositionedTree {
  readonly document: DefaultTreeAdapterTypes.Document;
  /** Where a text stands when its first `skip` characters are passed over. */
  positionOf(node: TextNode, skip: number): Position;
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

/** The parse that is going on; parsing never yields, so there is one at a time. */
interface Recording {
  readonly parser: Parser<DefaultTreeAdapterMap>;
  readonly offsets: Map<Node, number>;
}
let recording: Recording | null = null;

function noteText(node: Node | undefined, text: string): void {
  if (recording === null || node === undefined || white.test(text) || recording.offsets.has(node)) return;
  recording.offsets.set(node, recording.parser.tokenizer.preprocessor.offset);
}

/** One adapter for all parses: the parser is fast only while it always meets the same object. */
const recordingAdapter: TreeAdapter<DefaultTreeAdapterMap> = {
  ...defaultTreeAdapter,
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
 * Builds the tree of a page and notes where its texts begin. The parser's own record of places covers every
 * tag and attribute and takes as long as parsing itself; this one notes an offset for each text.
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
  let latest: Position = { line: 1, column: 1 };
  return {
    document: parser.document,
    positionOf(node, skip) {
      latest = positionAt(starts, startOfText(html, offsets.get(node) ?? 0) + skip);
      return latest;
    },
    latest: () => latest,
  };
}
