import type { CellValue } from '@nianbao/core';
import { parseFigure } from './figure-text.ts';
import type { GridMap } from './grid-map.ts';

/** Splits what a spreadsheet put on the clipboard into rows and cells; a quoted cell may hold tabs and line breaks. */
export function splitRange(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/y;
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (match === null) break;
    const [, cell = '', separator = ''] = match;
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (separator === '\t' && pattern.lastIndex === text.length) rows.at(-1)?.push('');
    if (separator !== '\t' && separator !== '' && pattern.lastIndex < text.length) rows.push([]);
  }
  return rows;
}

/** True when the text is more than one cell's content. */
export function isRange(text: string): boolean {
  return /[\t\n\r]/.test(text.replace(/(\r\n|\n|\r)$/, ''));
}

const isFigure = (text: string) => [parseFigure('money', text), parseFigure('change', text)].some(Number.isFinite);
const isWords = (text: string) => text.trim() !== '' && text.trim() !== '/' && !isFigure(text);

/** Leading rows of heads and columns of labels belong to the copied table, not to its figures. */
function withoutLabels(rows: readonly (readonly string[])[], labelColumns: number): readonly (readonly string[])[] {
  const firstRow = rows.findIndex((row) => row.some(isFigure));
  const body = firstRow > 0 && rows.slice(0, firstRow).some((row) => row.some(isWords)) ? rows.slice(firstRow) : rows;
  const width = Math.max(...body.map((row) => row.length));
  const column = (at: number) => body.map((row) => row[at] ?? '');
  const figuresFrom = Array.from({ length: width }, (_, at) => at).find((at) => column(at).some(isFigure));
  if (figuresFrom === undefined) return body;
  const labels = Array.from({ length: figuresFrom }, (_, at) => at).filter((at) => column(at).some(isWords));
  const last = labels.at(-1);
  if (last === undefined) return body;
  // Merged labels leave blank columns behind: a table copied whole has as many label columns as the form draws.
  const copied = Math.min(figuresFrom, Math.max(last + 1, labelColumns));
  return body.map((row) => row.slice(copied));
}

export interface Pasted {
  readonly facts: readonly { readonly key: string; readonly value: CellValue }[];
  /** Cells of the range with content that fell outside the table. */
  readonly outside: number;
}

/** Lays a copied range over the table from the anchor cell to the right and down. */
export function pasteRange(map: GridMap, anchor: string, text: string): Pasted {
  const at = map.at.get(anchor);
  if (at === undefined) return { facts: [], outside: 0 };
  const facts: { key: string; value: CellValue }[] = [];
  let outside = 0;
  withoutLabels(splitRange(text), map.labelColumns).forEach((row, down) => {
    row.forEach((content, right) => {
      const cell = map.rows[at.row + down]?.[at.column + right]?.cell;
      if (cell !== undefined) facts.push({ key: cell.key, value: parseFigure(cell.kind, content) });
      else if (content.trim() !== '') outside += 1;
    });
  });
  return { facts, outside };
}
