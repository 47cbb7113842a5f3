import type { PageLine } from './page-layout.ts';
import { textOf } from './text-lines.ts';

/** Where a page's running text begins and ends, in points, and how far its lines stand apart. */
export interface TextBlock {
  readonly left: number;
  readonly right: number;
  readonly pitch: number;
}

/** The value that most others are near to; ties go to the smaller. */
function commonest(values: readonly number[], within: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  let best: number | null = null;
  let most = 0;
  let from = 0;
  for (const [at, value] of sorted.entries()) {
    while (value - (sorted[from] ?? value) > within) from += 1;
    if (at - from + 1 > most) {
      most = at - from + 1;
      best = sorted[from] ?? value;
    }
  }
  return best;
}

/**
 * Measures the block of text that lines stand in: where most long lines begin, and the right edge that they reach. Null
 * where fewer lines than `fewest` are long.
 */
export function textBlockOf(lines: readonly PageLine[], fewest: number): TextBlock | null {
  const long = lines.filter((line) => line.right - line.left > 14 * line.size);
  if (long.length < fewest) return null;
  const size =
    commonest(
      long.map((line) => line.size),
      0.5,
    ) ?? 12;
  const left = commonest(
    long.map((line) => line.left),
    0.6 * size,
  );
  const rights = long.map((line) => line.right).toSorted((a, b) => a - b);
  // A single line may run over the edge; the second furthest is a safe one where there are several.
  const right = rights.at(rights.length > 3 ? -2 : -1) ?? 0;
  // Only a line that fills the block is likely to have its next line of the same paragraph below it.
  const pitches = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    const full = before !== undefined && right - before.right < 1.5 * before.size;
    return full && line.y > before.y ? [line.y - before.y] : [];
  });
  return left === null ? null : { left, right, pitch: commonest(pitches, 0.15 * size) ?? 2 * size };
}

const numbered =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,2}[、.．]|\d{1,2}[.、．](?!\d)|第[一二三四五六七八九十]+[，、章])/;

const endsSentence = (line: PageLine): boolean => /[。！？；：]$/.test(textOf(line.glyphs));

const ideograph = /[\u4e00-\u9fff]/;

/** How wide the first piece of a line is that cannot be divided: a character with the signs at it, a figure, a word. */
function firstWordOf(line: PageLine): number {
  const end = line.glyphs.find((glyph, at) => at > 0 && (ideograph.test(glyph.text) || glyph.text.trim() === ''));
  return (end?.x ?? line.right) - line.left;
}

/** A line with the block of text that it stands in and its page. */
export interface PlacedLine {
  readonly line: PageLine;
  readonly block: TextBlock;
  readonly page: number;
}

/**
 * Whether a line goes on with the text of the line before it: that one fills its block to the right edge, and this one
 * begins at the left edge without the indent of a paragraph. Lines further apart than the others begin anew.
 */
export function goesOn(before: PlacedLine, { line, block, page }: PlacedLine): boolean {
  const { size } = line;
  const last = before.line;
  if (Math.abs(last.size - size) > 0.15 * size) return false;
  const text = textOf(line.glyphs);
  const room = before.block.right - last.right;
  if (room > Math.min(firstWordOf(line) + size, 20 * size)) return false;
  const drop = line.y - last.y;
  if (page === before.page && (drop <= 0 || drop > 1.4 * Math.max(block.pitch, 1.1 * size))) return false;
  const isNumbered = numbered.test(text);
  const indent = line.left - block.left;
  if (indent > 0.8 * size) {
    // A block that is indented as a whole, such as a quotation, goes on at its own edge.
    return indent > 4 * size && Math.abs(line.left - last.left) < 0.3 * size && !isNumbered;
  }
  return !isNumbered || (room < 0.6 * size && !endsSentence(last));
}
