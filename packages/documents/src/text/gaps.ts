import type { SourceCell } from '../source/source.ts';
import { displayWidth } from './width.ts';

const cell = /\S(?:[^\S\u3000]?\S)*/g;

/** The parts of a line that wide gaps set apart, with the columns of the page that each takes. */
export function splitAtGaps(line: string, lineNumber: number): SourceCell[] {
  const cells: SourceCell[] = [];
  let at = 0;
  let width = 0;
  for (const match of line.matchAll(cell)) {
    width += displayWidth(line.slice(at, match.index));
    const end = width + displayWidth(match[0]);
    cells.push({ text: match[0], line: lineNumber, column: match.index + 1, start: width, end });
    at = match.index + match[0].length;
    width = end;
  }
  return cells;
}
