import { isValueText } from '../interpret/cell-value.ts';
import { matchLabel } from '../labels/match-label.ts';
import { textOf } from '../pdf/text-lines.ts';
import type { DrawnLine, DrawnRule, DrawnSign, SourceLine } from '../source/source.ts';
import { largest } from './extremes.ts';

/** Characters of one line that no gap divides: a figure, or what one line of a label's cell holds. */
export interface Piece {
  readonly text: string;
  readonly isValue: boolean;
  readonly left: number;
  readonly right: number;
  /** Its baseline, in points, counted on through the pages. */
  readonly y: number;
  readonly size: number;
  readonly page: number;
  /** Its place in the source. */
  readonly line: number;
  readonly column: number;
}

/** What a stretch of lines shows: pieces in the order of reading, and rules, on one scale of heights. */
export interface Drawing {
  readonly pieces: readonly Piece[];
  readonly rules: readonly DrawnRule[];
}

export interface Span {
  readonly left: number;
  readonly right: number;
}

/** How far two spans lie over each other; below 0 the room between them. */
export const overlap = (a: Span, b: Span): number => Math.min(a.right, b.right) - Math.max(a.left, b.left);

/** A line that is known to be drawn. */
type LineOnPage = SourceLine & { readonly drawn: DrawnLine };

/**
 * Gaps wider than this many times the text's height stand between cells: between digits, between a word and a figure,
 * and between words, where a line that is spread out has wider ones throughout.
 */
const gap = { figures: 0.2, mixed: 0.15, words: 0.2, widestInWords: 0.45 };
/** Fewer words than these may be the same on two pages by chance. */
const fewestHeads = 3;

const digit = /[\d,.]/;
const isWhite = (sign: DrawnSign): boolean => sign.text.trim() === '';
const roomBetween = (before: DrawnSign, sign: DrawnSign): number => sign.x - before.x - before.width;

/** How far the words of a line are spread out: the room between most of their characters. */
function spreadOf(signs: readonly DrawnSign[]): number {
  const rooms = signs.flatMap((sign, at) => {
    const before = signs[at - 1];
    return before === undefined || digit.test(sign.text) || digit.test(before.text) ? [] : [roomBetween(before, sign)];
  });
  return rooms.sort((a, b) => a - b)[Math.floor(rooms.length / 2)] ?? 0;
}

function dividedSigns(signs: readonly DrawnSign[]): DrawnSign[][] {
  const parts: DrawnSign[][] = [];
  const spread = 1.8 * spreadOf(signs);
  let before: DrawnSign | null = null;
  let white = 0;
  const isGap = (last: DrawnSign, sign: DrawnSign): boolean => {
    if (Math.abs(sign.y - last.y) > 0.25 * sign.size) return true;
    // A space that is drawn belongs to the text; what is wider than it, does not.
    const room = roomBetween(last, sign) - Math.min(white, 0.6 * sign.size);
    const digits = [last, sign].filter(({ text }) => digit.test(text)).length;
    if (digits > 0) return room > (digits === 2 ? gap.figures : gap.mixed) * sign.size;
    return room > Math.max(gap.words * sign.size, Math.min(spread, gap.widestInWords * sign.size));
  };
  for (const sign of signs) {
    if (isWhite(sign) && !sign.text.includes('\u3000')) {
      white += sign.width;
      continue;
    }
    if (before === null || isGap(before, sign)) parts.push([]);
    parts.at(-1)?.push(sign);
    before = sign;
    white = 0;
  }
  return parts;
}

/** The words and figures of a line between the gaps of its cells. */
export const textsOf = ({ signs }: DrawnLine): string[] => dividedSigns(signs).map(textOf);

const spanOf = (signs: readonly DrawnSign[]): Span => {
  const [first, last] = [signs[0], signs.at(-1)];
  return { left: first?.x ?? 0, right: (last?.x ?? 0) + (last?.width ?? 0) };
};

/** Parts a label that fills its cell from a figure right behind it: the figure stands under or over other figures. */
function withoutFigure(signs: DrawnSign[], figures: readonly Span[]): DrawnSign[][] {
  const at = signs.findLastIndex(({ text }) => !digit.test(text)) + 1;
  const [words, last] = [signs.slice(0, at), signs.slice(at)];
  if (words.length === 0 || last.length === 0) return [signs];
  const isUnder = (span: Span) => figures.some((figure) => overlap(figure, span) > 0);
  return isUnder(spanOf(last)) && !isUnder(spanOf(words)) ? [words, last] : [signs];
}

/** What runs up to the page's edge goes on beyond it, where no one sees it: it is marked as cut off. */
function piecesOfLine({ drawn, line }: LineOnPage, parts: readonly (readonly DrawnSign[])[]): Piece[] {
  let column = 1;
  return parts.flatMap((signs): Piece[] => {
    const [first] = signs;
    const last = signs.at(-1);
    const whole = textOf(signs);
    const isCut = last !== undefined && last.x + last.width > drawn.width - 0.3 * last.size;
    const text = isCut ? `${whole}…` : whole;
    if (first === undefined || last === undefined || text === '') return [];
    const piece: Piece = {
      text,
      isValue: isValueText(whole),
      left: first.x,
      right: last.x + last.width,
      y: first.y,
      size: largest(signs.map((sign) => sign.size)),
      page: drawn.page,
      line,
      column,
    };
    column += text.length + 2;
    return [piece];
  });
}

/**
 * The pieces at the top of a page that repeat pieces of a page before, each in its place: heads that are drawn again.
 * They end where the first figure stands or the first word that was not there before.
 */
function repeatedHeads(page: readonly Piece[], before: readonly Piece[]): ReadonlySet<Piece> {
  const [first] = page;
  let most = new Set<Piece>();
  if (first === undefined) return most;
  const same = (a: Piece, b: Piece) => a.text === b.text && Math.abs(a.left - b.left) < 2;
  for (const start of before.filter((piece) => same(piece, first))) {
    const drop = first.y - start.y;
    const found = new Set<Piece>();
    for (const piece of page) {
      const again = before.some((other) => same(other, piece) && Math.abs(piece.y - other.y - drop) < 1);
      if (piece.isValue || !again) break;
      found.add(piece);
    }
    if (found.size > most.size) most = found;
  }
  return most.size >= fewestHeads ? most : new Set();
}

const isDrawn = (line: SourceLine): line is LineOnPage => line.drawn !== null;

/** Puts the lines of several pages on one scale of heights, as if the pages were one; null for lines that are not drawn. */
export function drawingOf(lines: readonly SourceLine[]): Drawing | null {
  if (lines.length === 0 || !lines.every(isDrawn)) return null;
  const pieces: Piece[] = [];
  const rules: DrawnRule[] = [];
  const seen: Piece[] = [];
  for (const page of Map.groupBy(lines, ({ drawn }) => drawn.page).values()) {
    const divided = page.map((line) => ({ line, parts: dividedSigns(line.drawn.signs) }));
    const figures = divided.flatMap(({ parts }) => parts.filter((part) => isValueText(textOf(part))).map(spanOf));
    const drawn = divided
      .flatMap(({ line, parts }) =>
        piecesOfLine(
          line,
          parts.flatMap((part) => withoutFigure(part, figures)),
        ),
      )
      .sort((a, b) => a.y - b.y || a.left - b.left);
    // Right after the name of a part of 表二 its own heads stand, though they read as those of the part before.
    const isPartOpen = matchLabel(pieces.at(-1)?.text ?? '')?.meanings.some(({ role }) => role === 'band') === true;
    const again = isPartOpen ? new Set<Piece>() : repeatedHeads(drawn, seen);
    const kept = drawn.filter((piece) => !again.has(piece));
    const [first] = kept;
    for (const one of drawn) seen.push(one);
    if (first === undefined) continue;
    const offset = (pieces.at(-1)?.y ?? 0) + 1.5 * first.size - first.y;
    const from = first.y - 2 * first.size;
    for (const rule of page[0]?.drawn.rules ?? []) if (rule.at >= from) rules.push({ ...rule, at: rule.at + offset });
    for (const piece of kept) pieces.push({ ...piece, y: piece.y + offset });
  }
  return { pieces, rules: rules.sort((a, b) => a.at - b.at) };
}

/** Whether a rule is drawn between two heights, at a place across. */
export function isRuled(rules: readonly DrawnRule[], x: number, between: readonly [number, number]): boolean {
  const [above, below] = between;
  return rules.some(({ at, from, to }) => at > above && at < below && from <= x && to >= x);
}
