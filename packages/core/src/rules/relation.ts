import { cellState } from '../figures/figure-row.ts';
import type { FigureRow } from '../figures/figure-row.ts';
import { comparisonCode } from './arithmetic-table.ts';
import type { ArithmeticTable } from './arithmetic-table.ts';

/** Compares two sums as `ArithmeticTable.comparisons` says. */
export function compares(comparison: number, left: number | bigint, right: number | bigint): boolean {
  if (comparison === comparisonCode['=']) return left === right;
  return comparison === comparisonCode['<='] ? left <= right : left >= right;
}

function exactSum(table: ArithmeticTable, values: Float64Array, range: readonly [from: number, to: number]): bigint {
  let sum = 0n;
  for (let at = range[0]; at < range[1]; at += 1) sum += BigInt(values[table.cells[at] ?? 0] ?? 0);
  return sum;
}

/** Decides one relation over figures that are all there, whatever their size. */
export function holdsExactly(table: ArithmeticTable, values: Float64Array, relation: number): boolean {
  const start = table.starts[relation] ?? 0;
  const middle = table.middles[relation] ?? 0;
  const end = table.starts[relation + 1] ?? 0;
  return compares(
    table.comparisons[relation] ?? 0,
    exactSum(table, values, [start, middle]),
    exactSum(table, values, [middle, end]),
  );
}

/**
 * Whether a relation can still be true, whatever its blank and unreadable cells turn out to be. A count or an amount
 * is at least 0, so a side with such an unknown can only grow; a change may be of either sign; “/” adds nothing.
 */
export function canHold(table: ArithmeticTable, row: FigureRow, relation: number): boolean {
  const start = table.starts[relation] ?? 0;
  const middle = table.middles[relation] ?? 0;
  const end = table.starts[relation + 1] ?? 0;
  let leftMayGrow = false;
  let rightMayGrow = false;
  for (let at = start; at < end; at += 1) {
    const cell = table.cells[at] ?? 0;
    const state = row.states[cell];
    if (state !== cellState.blank && state !== cellState.unreadable) continue;
    if (table.format.cells[cell]?.kind === 'change') return true;
    if (at < middle) leftMayGrow = true;
    else rightMayGrow = true;
  }
  const comparison = table.comparisons[relation] ?? 0;
  const left = exactSum(table, row.values, [start, middle]);
  const right = exactSum(table, row.values, [middle, end]);
  if (compares(comparison, left, right)) return true;
  return left < right ? leftMayGrow : rightMayGrow;
}
