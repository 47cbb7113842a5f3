import type { DrawnSign } from '../source/source.ts';
import type { Glyph } from './page-marks.ts';

/** Characters on one baseline, from left to right. */
export interface TextLine {
  readonly glyphs: readonly Glyph[];
  readonly y: number;
  readonly left: number;
  readonly right: number;
  /** Height of its largest characters, in points. */
  readonly size: number;
}

/** Baselines nearer than this share of the text's height are one line: figures and signs of other fonts sit unevenly. */
const sameLine = 0.45;

const isWhite = (glyph: DrawnSign): boolean => glyph.text.trim() === '';

/** Text that is drawn twice, a little apart, to look bold. */
const isDrawnAgain = (before: Glyph, next: Glyph): boolean =>
  before.text === next.text && next.x - before.x < 0.3 * Math.min(before.width, before.size);

function lineOf(all: Glyph[]): TextLine | null {
  all.sort((a, b) => a.x - b.x);
  const glyphs: Glyph[] = [];
  let size = 0;
  for (const glyph of all) {
    const before = glyphs.at(-1);
    if (before !== undefined && isDrawnAgain(before, glyph)) continue;
    glyphs.push(glyph);
    if (!isWhite(glyph)) size = Math.max(size, glyph.size);
  }
  while (glyphs[0] !== undefined && isWhite(glyphs[0])) glyphs.shift();
  for (let last = glyphs.at(-1); last !== undefined && isWhite(last); last = glyphs.at(-1)) glyphs.pop();
  const [first] = glyphs;
  if (first === undefined) return null;
  const right = glyphs.reduce((end, glyph) => Math.max(end, glyph.x + glyph.width), first.x);
  return { glyphs, y: first.y, left: first.x, right, size };
}

/** Puts characters that stand upright together into lines, from the top down. */
export function linesOf(glyphs: readonly Glyph[]): TextLine[] {
  const sorted = glyphs.toSorted((a, b) => a.y - b.y);
  const lines: TextLine[] = [];
  let open: Glyph[] = [];
  let reference: Glyph | null = null;
  const close = () => {
    const line = lineOf(open);
    if (line !== null) lines.push(line);
    open = [];
  };
  for (const glyph of sorted) {
    if (reference !== null && glyph.y - reference.y > sameLine * Math.max(glyph.size, reference.size)) {
      close();
      reference = null;
    }
    open.push(glyph);
    if (reference === null || (glyph.size > reference.size && !isWhite(glyph))) reference = glyph;
  }
  close();
  return lines;
}

const latin = /[A-Za-z]/;
const wideSign = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** Whether the room between two characters is a space that was not drawn: narrow between Latin letters, else wide. */
function isSpace(before: DrawnSign, next: DrawnSign): boolean {
  const gap = next.x - before.x - before.width;
  const size = Math.min(before.size, next.size);
  if (latin.test(before.text.slice(-1)) && latin.test(next.text.slice(0, 1))) return gap > 0.18 * size;
  return gap > (wideSign.test(before.text) || wideSign.test(next.text) ? 1 : 0.45) * size;
}

/** The text of characters of one line, from left to right. */
export function textOf(glyphs: readonly DrawnSign[]): string {
  let text = '';
  let before: DrawnSign | null = null;
  let white = false;
  for (const glyph of glyphs) {
    if (isWhite(glyph)) {
      white = true;
      continue;
    }
    if (before !== null && (white || isSpace(before, glyph))) text += ' ';
    text += glyph.text;
    before = glyph;
    white = false;
  }
  return text;
}

/** A part of a line that wide gaps set apart from the others. */
export interface LinePart {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** Gaps wider than this many times the text's height part a line; a sentence that is spread to the margins has none. */
const wideGap = 1.6;
/** In a line that wide gaps part, narrower ones part it as well: columns of a table may stand close to each other. */
const narrowGap = 0.42;

const inked = (line: TextLine): Glyph[] =>
  // An ideographic space is a sign of the text; other white space is as good as none.
  line.glyphs.filter((glyph) => !isWhite(glyph) || glyph.text.includes('\u3000'));

const gapAfter = (before: Glyph, next: Glyph): number => next.x - before.x - before.width;

/** The parts of a line between its wide gaps; one part where there are none. */
export function partsOf(line: TextLine): LinePart[] {
  const glyphs = inked(line);
  const isWide = (gap: number) => gap > wideGap * line.size;
  const parted = glyphs.some((glyph, at) => {
    const before = glyphs[at - 1];
    return before !== undefined && isWide(gapAfter(before, glyph));
  });
  if (!parted) return [{ text: textOf(line.glyphs), left: line.left, right: line.right }];
  const parts: Glyph[][] = [[]];
  for (const [at, glyph] of glyphs.entries()) {
    const before = glyphs[at - 1];
    if (before !== undefined && gapAfter(before, glyph) > narrowGap * line.size) parts.push([]);
    parts.at(-1)?.push(glyph);
  }
  return parts.flatMap((part): LinePart[] => {
    const [first] = part;
    const last = part.at(-1);
    return first === undefined || last === undefined
      ? []
      : [{ text: textOf(part), left: first.x, right: last.x + last.width }];
  });
}
