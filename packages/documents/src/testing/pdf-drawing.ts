import { displayWidth } from '../text/width.ts';

/** Height of an A4 page in points; drawings count from its top. */
export const pageHeight = 842;

const hex = (text: string): string =>
  [...Buffer.from(text, 'utf16le').swap16()].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const fixed = (value: number): string => value.toFixed(2);

/** Text whose baseline begins `y` below the top of the page. */
export const textAt = ([x, y]: readonly [number, number], text: string, size = 10): string =>
  `BT /F1 ${size} Tf 1 0 0 1 ${fixed(x)} ${fixed(pageHeight - y)} Tm <${hex(text)}> Tj ET\n`;

/** Text under a matrix of its own, as turned text has. */
export const textUnder = (matrix: readonly number[], text: string, size = 10): string =>
  `BT /F1 ${size} Tf ${matrix.map(fixed).join(' ')} Tm <${hex(text)}> Tj ET\n`;

export const widthOf = (text: string, size = 10): number => (displayWidth(text) * size) / 2;

/** How the lines of tables come: stroked, as thin filled boxes, or in short dashes. */
export type DrawLine = (from: readonly [number, number], to: readonly [number, number]) => string;

export const stroked: DrawLine = ([x0, y0], [x1, y1]) =>
  `${fixed(x0)} ${fixed(pageHeight - y0)} m ${fixed(x1)} ${fixed(pageHeight - y1)} l S\n`;

export const filled: DrawLine = ([x0, y0], [x1, y1]) =>
  `${fixed(x0)} ${fixed(pageHeight - y1)} ${fixed(Math.max(x1 - x0, 0.5))} ${fixed(Math.max(y1 - y0, 0.5))} re f\n`;

export const dashed: DrawLine = ([x0, y0], [x1, y1]) => {
  const steps = Math.ceil(Math.max(x1 - x0, y1 - y0) / 4);
  return Array.from({ length: steps }, (_, at) => {
    const [from, to] = [at / steps, (at + 0.5) / steps];
    return stroked([x0 + (x1 - x0) * from, y0 + (y1 - y0) * from], [x0 + (x1 - x0) * to, y0 + (y1 - y0) * to]);
  }).join('');
};

/** Lines between rows alone, as many tables of published reports have them. */
export const betweenRows: DrawLine = (from, to) => (from[1] === to[1] ? stroked(from, to) : '');

export const noLines: DrawLine = () => '';

/** Where the text of a cell stands across its width and down its height. */
export interface CellSetting {
  readonly across?: 'left' | 'middle' | 'right';
  readonly down?: 'top' | 'middle' | 'bottom';
}

/** A cell as drawn: its lines of text, and how many columns and rows it takes. */
export interface DrawnCell extends CellSetting {
  readonly lines: readonly string[];
  readonly columnSpan?: number;
  readonly rowSpan?: number;
}

export interface DrawnTable {
  readonly top: number;
  /** Places of the lines between columns. */
  readonly xs: readonly number[];
  readonly heights: readonly number[];
  readonly rows: readonly (readonly DrawnCell[])[];
  readonly draw?: DrawLine;
}

const lineHeight = 12;

/** The first baseline of so many lines between two heights. */
function firstBaseline([above, below]: readonly [number, number], lines: number, down: CellSetting['down']): number {
  if (down === 'top') return above + lineHeight;
  if (down === 'bottom') return below - 6 - (lines - 1) * lineHeight;
  return (above + below) / 2 - ((lines - 1) * lineHeight) / 2 + 4;
}

function leftOf([left, right]: readonly [number, number], text: string, across: CellSetting['across']): number {
  if (across === 'middle') return (left + right - widthOf(text)) / 2;
  return across === 'right' ? right - 3 - widthOf(text) : left + 3;
}

/** Draws a table with lines around each cell, its text at the left in the middle of the cell's height if not said otherwise. */
export function drawTable({ top, xs, heights, rows, draw = stroked }: DrawnTable): string {
  const ys = [top];
  for (const height of heights) ys.push((ys.at(-1) ?? top) + height);
  const taken = new Set<string>();
  let content = '';
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const { lines, columnSpan = 1, rowSpan = 1, across, down } of row) {
      while (taken.has(`${at}:${column}`)) column += 1;
      for (let y = at; y < at + rowSpan; y += 1)
        for (let x = column; x < column + columnSpan; x += 1) taken.add(`${y}:${x}`);
      const [left = 0, right = 0] = [xs[column], xs[column + columnSpan]];
      const [above = 0, below = 0] = [ys[at], ys[Math.min(at + rowSpan, ys.length - 1)]];
      content += draw([left, above], [right, above]) + draw([left, below], [right, below]);
      content += draw([left, above], [left, below]) + draw([right, above], [right, below]);
      const first = firstBaseline([above, below], lines.length, down);
      for (const [line, text] of lines.entries())
        content += textAt([leftOf([left, right], text, across), first + line * lineHeight], text);
    }
  }
  return content;
}
