import type { Format } from '../formats/format.ts';
import { formats } from '../formats/formats.ts';
import type { FigureRow } from './figure-row.ts';
import { blankRow, cellState } from './figure-row.ts';

/*
 * A row of figures in as few bytes as it takes, most of them zeros:
 *
 *   1 byte   version of this layout
 *   2 bytes  number of the format
 *   1 byte   1 when states follow, else 0: every cell holds a number
 *   states   two bits a cell, the first cell lowest
 *   figures  in the order of the cells, until all are there:
 *              00nnnnnn           n + 1 zeros
 *              01nnnnnn           the number n + 1
 *              1snnnnnn rest      sign s, six lowest bits n, the rest as a base-128 number, lowest first
 *
 * A row says itself where it ends, so that rows can stand one after the other.
 */

const layout = 1;
const headLength = 4;
const longestRun = 64;

const numberOf = (format: Format): number => Number(format.id);

function pushFigure(bytes: number[], value: number): void {
  if (value > 0 && value <= 64) {
    bytes.push(0x40 | (value - 1));
    return;
  }
  const size = Math.abs(value);
  bytes.push(0x80 | (value < 0 ? 0x40 : 0) | (size % 64));
  let rest = Math.floor(size / 64);
  while (rest >= 128) {
    bytes.push(0x80 | (rest % 128));
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

function pushStates(bytes: number[], states: Uint8Array): void {
  for (let cell = 0; cell < states.length; cell += 4) {
    let four = 0;
    for (let of = 0; of < 4; of += 1) four |= (states[cell + of] ?? 0) << (of * 2);
    bytes.push(four);
  }
}

/** A row of figures as bytes, to be kept or sent; what an unreadable cell said is not in it. */
export function encodeFigures(row: FigureRow): Uint8Array {
  const format = numberOf(row.format);
  const bytes = [layout, format >> 8, format & 0xff, row.absent > 0 ? 1 : 0];
  if (row.absent > 0) pushStates(bytes, row.states);
  let zeros = 0;
  const flush = () => {
    for (; zeros > 0; zeros -= Math.min(zeros, longestRun)) bytes.push(Math.min(zeros, longestRun) - 1);
  };
  for (const value of row.values) {
    if (value === 0) {
      zeros += 1;
      continue;
    }
    flush();
    pushFigure(bytes, value);
  }
  flush();
  return Uint8Array.from(bytes);
}

/** Rows that were read, and the place after each is where the next begins. */
export interface ReadFigures {
  readonly row: FigureRow;
  readonly next: number;
}

function readStates(bytes: Uint8Array, at: number, row: FigureRow): number {
  let absent = 0;
  const { states } = row;
  for (let cell = 0; cell < states.length; cell += 1) {
    const state = ((bytes[at + (cell >> 2)] ?? 0) >> ((cell & 3) * 2)) & 3;
    states[cell] = state;
    if (state !== cellState.number) absent += 1;
  }
  row.absent = absent;
  return at + Math.ceil(states.length / 4);
}

function readValues(bytes: Uint8Array, from: number, values: Float64Array): number {
  let at = from;
  let cell = 0;
  const width = values.length;
  while (cell < width) {
    const first = bytes[at];
    if (first === undefined) throw new RangeError('the figures end too early');
    at += 1;
    if (first < 0x40) {
      cell += first + 1;
      continue;
    }
    if (first < 0x80) {
      values[cell] = (first & 0x3f) + 1;
      cell += 1;
      continue;
    }
    let size = first & 0x3f;
    let scale = 64;
    for (;;) {
      const byte = bytes[at];
      if (byte === undefined) throw new RangeError('the figures end too early');
      at += 1;
      size += (byte & 0x7f) * scale;
      scale *= 128;
      if (byte < 0x80) break;
    }
    values[cell] = (first & 0x40) === 0 ? size : -size;
    cell += 1;
  }
  if (cell > width) throw new RangeError('more figures than cells');
  return at;
}

/**
 * Reads the row of figures that begins at `at`. `take` gives the blank row to fill, so that a caller can keep many rows
 * in one stretch of memory. Throws a RangeError for what are not figures.
 */
export function readFigures(bytes: Uint8Array, at = 0, take: (format: Format) => FigureRow = blankRow): ReadFigures {
  const number = (bytes[at + 1] ?? 0) * 256 + (bytes[at + 2] ?? 0);
  const format = formats.find((one) => numberOf(one) === number);
  if (bytes[at] !== layout || format === undefined) throw new RangeError('these bytes are not a row of figures');
  const row = take(format);
  let start = at + headLength;
  if (bytes[at + 3] === 1) {
    start = readStates(bytes, start, row);
  } else {
    row.states.fill(cellState.number);
    row.absent = 0;
  }
  return { row, next: readValues(bytes, start, row.values) };
}

/** The row that `encodeFigures` made bytes of. Throws a RangeError for anything else. */
export function decodeFigures(bytes: Uint8Array): FigureRow {
  const { row, next } = readFigures(bytes);
  if (next !== bytes.length) throw new RangeError('bytes are left after the figures');
  return row;
}
