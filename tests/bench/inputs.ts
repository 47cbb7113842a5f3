import type { FigureRow, Format } from '@nianbao/core';
import { cellState, setFigure } from '@nianbao/core';
import { consistentRow } from '@nianbao/core/testing';

/** Whole numbers below 2^31 from a seed; the same ones on every machine. */
export function seededNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state;
  };
}

/** Rows as reports have them, mostly zeros and small numbers; every twentieth has one wrong figure. */
export function syntheticRows(format: Format, count: number): readonly FigureRow[] {
  const next = seededNumbers(711);
  const figure = (maximum: number) => {
    const drawn = next() >>> 9;
    return Math.min(maximum, drawn % 3 === 0 ? (drawn >>> 4) % 40 : 0);
  };
  return Array.from({ length: count }, (_, at) => {
    const row = consistentRow(format, figure);
    if (at % 20 === 7) {
      const cell = (next() >>> 9) % format.cells.length;
      setFigure(row, cell, { state: cellState.number, value: (row.values[cell] ?? 0) + 1 });
    }
    return row;
  });
}
