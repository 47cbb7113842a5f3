import type { FigureRow } from '../figures/figure-row.ts';
import { cellState, unscaleFigure } from '../figures/figure-row.ts';
import type { Repair } from '../findings/finding.ts';
import type { ArithmeticTable } from './arithmetic-table.ts';
import { comparisonCode } from './arithmetic-table.ts';
import { canHold, isUnknown } from './relation.ts';

/** Left minus right of an equation whose cells are all known; null where one is not. */
function residual(table: ArithmeticTable, row: FigureRow, relation: number): number | null {
  const middle = table.middles[relation] ?? 0;
  let sum = 0;
  for (let at = table.starts[relation] ?? 0; at < (table.starts[relation + 1] ?? 0); at += 1) {
    const cell = table.cells[at] ?? 0;
    if (isUnknown(row.states[cell])) return null;
    sum += (at < middle ? 1 : -1) * (row.values[cell] ?? 0);
  }
  return sum;
}

/** Whether every relation that reads the cell holds, or may still hold, in a trial row. */
function allHold(table: ArithmeticTable, trial: FigureRow, cell: number): boolean {
  for (let at = table.readerStarts[cell] ?? 0; at < (table.readerStarts[cell + 1] ?? 0); at += 1) {
    if (!canHold(table, trial, table.readers[at] ?? 0)) return false;
  }
  return true;
}

/**
 * The one figure whose change alone would make every rule that reads it true, and so explains every failure that it
 * takes part in. Null where no figure or more than one would: then only the person with the source knows.
 */
export function suggestedRepair(table: ArithmeticTable, row: FigureRow, relation: number): Repair | null {
  if (table.comparisons[relation] !== comparisonCode['=']) return null;
  const off = residual(table, row, relation);
  if (off === null || !Number.isSafeInteger(off)) return null;
  const middle = table.middles[relation] ?? 0;
  const trial: FigureRow = { ...row, values: row.values.slice() };
  let repair: Repair | null = null;
  for (let at = table.starts[relation] ?? 0; at < (table.starts[relation + 1] ?? 0); at += 1) {
    const position = table.cells[at] ?? 0;
    const cell = table.format.cells[position];
    if (cell === undefined || row.states[position] !== cellState.number) continue;
    const stands = row.values[position] ?? 0;
    const value = stands - (at < middle ? off : -off);
    if (!Number.isSafeInteger(value) || (value < 0 && cell.kind !== 'change')) continue;
    trial.values[position] = value;
    const mends = allHold(table, trial, position);
    trial.values[position] = stands;
    if (!mends) continue;
    if (repair !== null) return null;
    repair = { cell: cell.key, value: unscaleFigure(cell.kind, value) };
  }
  return repair;
}
