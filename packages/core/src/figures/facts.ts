import { z } from 'zod';
import type { Cell, CellKind, Format } from '../formats/format.ts';
import { findCell } from '../formats/formats.ts';
import type { CellState, FigureRow } from './figure-row.ts';
import { blankRow, cellState, scaleFigure, setFigure, unscaleFigure } from './figure-row.ts';

/** What a cell says that could not be read as a figure; the text is kept as it stood in the source. */
export const unreadable = z.strictObject({ unreadable: z.string().max(2000) });

/**
 * One cell as it travels in JSON: a number (件, 项, or 万元 with at most six decimals), null for blank, "/" for not
 * applicable, or the text that could not be read.
 */
export type CellValue = number | null | '/' | z.infer<typeof unreadable>;

/** The same whatever the cell counts: `cellSchema` knows what a certain cell takes. */
export const cellValueSchema: z.ZodType<CellValue, CellValue> = z.union([
  z.number(),
  z.null(),
  z.literal('/'),
  unreadable,
]);

/** The figures of a report by cell key. A key that is left out is blank. */
export type Facts = Readonly<Record<string, CellValue>>;

const numberMessage: Readonly<Record<CellKind, string>> = {
  count: '应为不小于0的整数 / must be a whole number of 0 or more',
  change: '应为整数，减少用负数表示 / must be a whole number, negative for a decrease',
  money: '应为不小于0、最多六位小数的数 / must be 0 or more with at most six decimals',
};

function valueSchemaOf(kind: CellKind) {
  const number = z.number().refine((value) => scaleFigure(kind, value) !== null, { message: numberMessage[kind] });
  return z.union([number, z.null(), z.literal('/'), unreadable]);
}

const cellValueSchemas = {
  count: valueSchemaOf('count'),
  change: valueSchemaOf('change'),
  money: valueSchemaOf('money'),
} as const;

/** The schema of one cell's value, by what the cell counts. */
export function cellSchema(cell: Cell) {
  return cellValueSchemas[cell.kind];
}

/** The schema of a format's facts: every key of the format optional, no other key allowed. */
export function factsSchema(format: Format) {
  return z.strictObject(Object.fromEntries(format.cells.map((cell) => [cell.key, cellSchema(cell).optional()])));
}

/** What a JSON value puts into a cell of this kind: a state and, for a number, its scaled form. */
export function figureOf(kind: CellKind, value: CellValue | undefined): { state: CellState; value: number } {
  if (typeof value === 'number') {
    const scaled = scaleFigure(kind, value);
    return scaled === null ? { state: cellState.unreadable, value: 0 } : { state: cellState.number, value: scaled };
  }
  if (value === null || value === undefined) return { state: cellState.blank, value: 0 };
  return { state: value === '/' ? cellState.notApplicable : cellState.unreadable, value: 0 };
}

/** Lays facts out as a typed row. Keys that the format does not have are passed over. */
export function rowFromFacts(format: Format, facts: Facts): FigureRow {
  const row = blankRow(format);
  for (const cell of format.cells) setFigure(row, cell.index, figureOf(cell.kind, facts[cell.key]));
  return row;
}

/** Sets one cell of a row from its JSON value. */
export function setFact(row: FigureRow, cell: Cell, value: CellValue): void {
  setFigure(row, cell.index, figureOf(cell.kind, value));
}

/** The JSON value of one cell of a row, which does not keep what an unreadable cell said: that is `text`. */
export function factAt(row: FigureRow, cell: Cell, text = ''): CellValue {
  switch (row.states[cell.index]) {
    case cellState.number:
      return unscaleFigure(cell.kind, row.values[cell.index] ?? 0);
    case cellState.notApplicable:
      return '/';
    case cellState.unreadable:
      return { unreadable: text };
    default:
      return null;
  }
}

/**
 * Turns a typed row into facts with every key of the format. The texts of unreadable cells come from `unreadableTexts` by
 * cell key, and are empty where it has none.
 */
export function factsFromRow(row: FigureRow, unreadableTexts?: ReadonlyMap<string, string>): Facts {
  const facts: Record<string, CellValue> = {};
  for (const cell of row.format.cells) facts[cell.key] = factAt(row, cell, unreadableTexts?.get(cell.key));
  return facts;
}

/** A cell that was set to something else, and what it was before. */
export interface AlteredFact {
  readonly key: string;
  readonly before: CellValue;
  readonly after: CellValue;
}

/**
 * Sets cells of a row from their JSON values, and tells those that this alters, each once. Null, with nothing set, where a
 * text stands in the row or is to be set: a row cannot hold what it says. Keys that the format does not have are passed
 * over.
 */
export function alterFacts(row: FigureRow, facts: ReadonlyMap<string, CellValue>): AlteredFact[] | null {
  const isText = (value: CellValue) => typeof value === 'object' && value !== null;
  if (row.states.includes(cellState.unreadable) || [...facts.values()].some(isText)) return null;
  const altered: AlteredFact[] = [];
  for (const [key, after] of facts) {
    const cell = findCell(row.format, key);
    const before = cell === undefined ? after : factAt(row, cell);
    if (cell === undefined || before === after) continue;
    setFact(row, cell, after);
    altered.push({ key, before, after });
  }
  return altered;
}
