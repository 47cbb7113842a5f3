import { parseChineseNumeral } from './numerals.ts';
import type { Passage } from './passages.ts';

/** A place where the number of a heading or item was lost. */
export interface LostNumber {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  /** The number that is missing, as it would be written; null where it can't be told. */
  readonly missing: string | null;
}

const orphan = /(?:^|\n)([）、](?=[\u4e00-\u9fff]))/g;
const numbered = /(?:^|\n)（([一二三四五六七八九十]{1,3})）/g;
const numerals = '一二三四五六七八九十'.split('');

interface Marker {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly number: number | null;
}

const group = (match: RegExpMatchArray): { start: number; length: number } => {
  const whole = match[0].startsWith('\n') ? match[0].slice(1) : match[0];
  return { start: (match.index ?? 0) + match[0].length - whole.length, length: whole.length };
};

/** True where a bracket opened before is still open: then a line that begins with its end lost no number. */
function bracketOpen(text: string): boolean {
  return text.lastIndexOf('（') > text.lastIndexOf('）');
}

function markersOf(passage: Passage, before: string): readonly Marker[] {
  const marker = (match: RegExpMatchArray, number: number | null): Marker => {
    const { start, length } = group(match);
    return { passage, start, end: start + length, number };
  };
  const orphans = [...passage.text.matchAll(orphan)]
    .filter((match) => !bracketOpen(before + passage.text.slice(0, match.index)))
    .map((match) => marker(match, null));
  const numbers = [...passage.text.matchAll(numbered)].map((match) =>
    marker(match, parseChineseNumeral(match[1] ?? '')),
  );
  return [...orphans, ...numbers].sort((a, b) => a.start - b.start);
}

/** The marker with the words that follow it on its line, to quote. */
function lineEnd({ text }: Passage, from: number): number {
  const line = text.indexOf('\n', from);
  return Math.min(line < 0 ? text.length : line, from + 10);
}

const written = (number: number): string => {
  const numeral = number <= 10 ? numerals[number - 1] : `十${numerals[number - 11] ?? ''}`;
  return `（${numeral ?? number}）`;
};

/**
 * Lost numbering in the passages of one section: a line that begins with the bracket or comma of a number that is gone,
 * and a step left out in （一）（二）（四）. An orphan stands for the step that it takes. （一） opens a list, perhaps inside
 * another, which goes on when the inner one ends.
 */
export function lostNumbers(passages: readonly Passage[]): readonly LostNumber[] {
  const lost: LostNumber[] = [];
  /** The last number of each list that is open, outermost first. */
  let open: number[] = [];
  const markers = passages.flatMap((passage, at) => markersOf(passage, passages[at - 1]?.text ?? ''));
  for (const { passage, start, end, number } of markers) {
    const last = open.at(-1) ?? 0;
    const place = { passage, start, end: lineEnd(passage, end) };
    const level = open.findLastIndex((one) => one + 1 === number);
    if (number === null) {
      lost.push({ ...place, missing: last > 0 ? written(last + 1) : null });
      open = [...open.slice(0, -1), last + 1];
    } else if (level >= 0) {
      open = [...open.slice(0, level), number];
    } else if (number === 1) {
      open = [...open, 1];
    } else {
      if (number === last + 2 && last > 0) lost.push({ ...place, missing: written(last + 1) });
      open = [...open.slice(0, -1), number];
    }
  }
  return lost;
}
