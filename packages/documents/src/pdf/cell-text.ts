import type { Glyph } from './page-marks.ts';
import { turnedBack, turns } from './page-marks.ts';
import type { TextLine } from './text-lines.ts';
import { linesOf, textOf } from './text-lines.ts';

const latinEnd = /[A-Za-z]$/;
const latinStart = /^[A-Za-z]/;
const figureEnd = /\d[.,]?$/;
const figureStart = /^[.,]?\d/;

/**
 * Puts the lines of a cell together. Chinese takes no space where a line ends, Latin words take one. Figures under each
 * other are one figure only where the first fills its line, so that there was no room for the rest of it.
 */
function joinLines(lines: readonly TextLine[], width: number): string {
  let text = '';
  let before: TextLine | null = null;
  for (const line of lines) {
    const next = textOf(line.glyphs);
    if (before !== null) {
      if (latinEnd.test(text) && latinStart.test(next)) text += ' ';
      else if (figureEnd.test(text) && figureStart.test(next)) {
        const room = width - (before.right - before.left);
        if (room > 2.2 * before.size) text += '\n';
      }
    }
    text += next;
    before = line;
  }
  return text;
}

/** Whether lines are in truth columns of characters that are read from the top down, the right one first. */
function areColumns(lines: readonly TextLine[]): boolean {
  const [first, second] = lines;
  if (first === undefined || second === undefined || lines.length < 3) return false;
  const pitch = second.y - first.y;
  return lines.every((line, at) => {
    if (line.glyphs.length > 4 || (at < lines.length - 1 && line.glyphs.length < (lines[at + 1]?.glyphs.length ?? 0)))
      return false;
    return (
      line.glyphs.every((glyph, place) => {
        const next = line.glyphs[place + 1];
        return /[^\x20-\x7f]/.test(glyph.text) && (next === undefined || next.x - glyph.x > 1.15 * pitch);
      }) &&
      (at > 0 || line.glyphs.length > 1)
    );
  });
}

function textOfColumns(lines: readonly TextLine[]): string {
  const count = lines.reduce((most, line) => Math.max(most, line.glyphs.length), 0);
  return Array.from({ length: count }, (_, column) =>
    lines.map((line) => line.glyphs[line.glyphs.length - 1 - column]?.text ?? '').join(''),
  ).join('');
}

/** The text of a cell as a person reads it, whichever way it is set: `width` is the cell's own, in points. */
export function cellText(
  glyphs: readonly Glyph[],
  width: number,
  page: { readonly width: number; readonly height: number },
): string {
  const texts = turns.flatMap((turn): string[] => {
    const turned = glyphs.filter((glyph) => glyph.turn === turn).map((glyph) => turnedBack(glyph, turn, page));
    if (turned.length === 0) return [];
    const lines = linesOf(turned);
    return [areColumns(lines) ? textOfColumns(lines) : joinLines(lines, turn % 2 === 0 ? width : 0)];
  });
  return texts.join('').trim();
}
