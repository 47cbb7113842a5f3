import type { Cell, CellKind, Format } from '../formats/format.ts';

/**
 * What stands in a cell. Only `number` has a value; a blank (not filled in), a “/” (not applicable) and a text that
 * could not be read are three further things, none of them a zero.
 */
export const cellState = { number: 0, blank: 1, notApplicable: 2, unreadable: 3 } as const;

export type CellState = (typeof cellState)[keyof typeof cellState];

/** Money is held in millionths of its unit, so that 万元 are whole 分 and equality is exact. */
export const moneyScale = 1_000_000;

/**
 * The figures of one report as a typed row in the order of the format's cells. `values` holds counts as they are and
 * money as whole millionths, and 0 wherever `states` says that there is no number. `absent` counts those places, so
 * that a complete row is known without a scan.
 */
export interface FigureRow {
  readonly format: Format;
  readonly values: Float64Array;
  readonly states: Uint8Array;
  absent: number;
}

/** A row of a format in which every cell is blank. */
export function blankRow(format: Format): FigureRow {
  return {
    format,
    values: new Float64Array(format.cells.length),
    states: new Uint8Array(format.cells.length).fill(cellState.blank),
    absent: format.cells.length,
  };
}

/** Sets a cell to a number in its scaled form, or to a state without one. */
export function setFigure(row: FigureRow, index: number, figure: { state: CellState; value: number }): void {
  const was = row.states[index] !== cellState.number;
  const is = figure.state !== cellState.number;
  row.states[index] = figure.state;
  row.values[index] = is ? 0 : figure.value;
  row.absent += Number(is) - Number(was);
}

/**
 * The scaled form of a number for a cell of this kind: the count itself, or money in millionths. Null when the cell
 * cannot hold the number exactly: not a safe integer, negative where that has no meaning, more than six decimals.
 */
export function scaleFigure(kind: CellKind, value: number): number | null {
  if (kind === 'money') {
    const scaled = Math.round(value * moneyScale);
    return Number.isSafeInteger(scaled) && scaled >= 0 && scaled / moneyScale === value ? scaled : null;
  }
  return Number.isSafeInteger(value) && (kind === 'change' || value >= 0) ? value : null;
}

/** The number that people read, from the scaled form: 件, 项, or 万元 with decimals. */
export function unscaleFigure(kind: CellKind, scaled: number): number {
  return kind === 'money' ? scaled / moneyScale : scaled;
}

/** The number in a cell as people read it, or null when the cell has none. */
export function figureAt(row: FigureRow, cell: Cell): number | null {
  return row.states[cell.index] === cellState.number ? unscaleFigure(cell.kind, row.values[cell.index] ?? 0) : null;
}
