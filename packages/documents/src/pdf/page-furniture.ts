import { isPageNumber } from '../text/page-numbers.ts';
import type { TextLine } from './text-lines.ts';
import { textOf } from './text-lines.ts';

interface Page {
  readonly height: number;
  readonly lines: readonly TextLine[];
}

/** Share of a page's height at its head and its foot where numbers and running heads stand. */
const margin = 0.13;
const longestHead = 50;
const longestAddress = 300;
const address = /^(?:https?|file):\/\/\S+$/;
/** The foot that browsers print: where the page comes from, and its number. */
const browserFoot = /^(?:https?|file):\/\/\S+\s+\d{1,3}\s*[/／]\s*\d{1,3}$/;
const lineTexts = new WeakMap<TextLine, string>();

export function textOfLine(line: TextLine): string {
  const known = lineTexts.get(line);
  if (known !== undefined) return known;
  const text = textOf(line.glyphs);
  lineTexts.set(line, text);
  return text;
}

const bare = /^\d{1,3}$/;
const ofAll = /^\d{1,3}\s*[/／]\s*\d{1,3}$/;
/** Page numbers between dots and other signs, as designs have them. */
const dressed = /^[·•.~～=|｜<>《》〈〉\s-]{0,3}\d{1,3}[·•.~～=|｜<>《》〈〉\s-]{0,3}$/;

const isAtEdge = (page: Page, line: TextLine): boolean =>
  line.y - line.size < margin * page.height || line.y > (1 - margin) * page.height;

/** The first or last line of a page, alone in its margin, that may be a bare page number. */
function bareNumber(page: Page): { line: TextLine; number: number } | null {
  for (const line of [page.lines.at(-1), page.lines[0]]) {
    if (line === undefined || !isAtEdge(page, line)) continue;
    const text = textOfLine(line);
    if (bare.test(text) || ofAll.test(text) || dressed.test(text)) {
      return { line, number: Number(/\d+/.exec(text)?.[0]) };
    }
  }
  return null;
}

/** Bare numbers count as page numbers where they go up with the pages, so that a figure at a page's end stays. */
function bareNumbers(pages: readonly Page[]): Set<TextLine> {
  const found = pages.map(bareNumber);
  const offsets = new Map<number, number>();
  for (const [at, item] of found.entries()) {
    if (item !== null) offsets.set(item.number - at, (offsets.get(item.number - at) ?? 0) + 1);
  }
  const [offset, count] = [...offsets].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0]);
  if (count < 2 && !(pages.length === 1 && offset === 1)) return new Set();
  return new Set(found.flatMap((item, at) => (item !== null && item.number - at === offset ? [item.line] : [])));
}

/** Short enough to be a running head or foot; an address of a web page may be longer than words are. */
function mayRun({ glyphs }: TextLine, text: string): boolean {
  return glyphs.length <= longestHead || (glyphs.length <= longestAddress && address.test(text));
}

/** Lines that stand at the same height with the same words on most pages, figures aside. */
function runningLines(pages: readonly Page[]): Set<TextLine> {
  const seen = new Map<string, TextLine[]>();
  for (const page of pages) {
    for (const line of [...page.lines.slice(0, 3), ...page.lines.slice(-3)]) {
      const text = textOfLine(line);
      if (!isAtEdge(page, line) || !mayRun(line, text) || !/\p{L}{2}/u.test(text)) continue;
      const key = `${Math.round(line.y / 3)}|${text.replace(/\d+/g, '#')}`;
      const lines = seen.get(key) ?? [];
      if (!lines.includes(line)) lines.push(line);
      seen.set(key, lines);
    }
  }
  const most = Math.max(3, pages.length * 0.5);
  return new Set([...seen.values()].filter((lines) => lines.length >= most).flat());
}

/**
 * Lines that belong to the pages and not to the text: page numbers wherever they fell, running heads and feet. Two
 * pages with the same head are not enough for it to be one: a table's head may stand at the top of both.
 */
export function furnitureOf(pages: readonly Page[]): ReadonlySet<TextLine> {
  const numbers = pages.flatMap((page) =>
    page.lines.filter((line) => {
      if (line.glyphs.length > longestAddress || !isAtEdge(page, line)) return false;
      const text = textOfLine(line);
      return line.glyphs.length < 24 ? isPageNumber(text) : browserFoot.test(text);
    }),
  );
  return new Set([...numbers, ...bareNumbers(pages), ...runningLines(pages)]);
}
