import { displayWidth } from '../../../text/width.ts';

const lineHeight = 15;
/** The highest row that Excel knows, in points. */
const highest = 409;

/** How many lines a text takes in a cell of this width in characters. */
export function linesIn(text: string, width: number): number {
  const room = Math.max(1, Math.floor(width - 1));
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(displayWidth(line) / room)), 0);
}

/** The height of a row in points that shows so many lines. */
export const heightOf = (lines: number): number => Math.min(highest, lines * lineHeight + 6);
