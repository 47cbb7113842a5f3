import type { FigureRow } from '../figures/figure-row.ts';
import { cellState } from '../figures/figure-row.ts';
import type { ArithmeticTable } from './arithmetic-table.ts';
import { comparisonCode } from './arithmetic-table.ts';

/** Whether a cell has a figure that is not known: blank, or a text that could not be read. */
export function isUnknown(state: number | undefined): boolean {
  return state === cellState.blank || state === cellState.unreadable;
}

/** Whether a sum came out exact: figures are at least 0, so a Float64 sum up to here lost nothing on the way. */
export const isExact = (sum: number): boolean => sum <= Number.MAX_SAFE_INTEGER;

function exactSum(table: ArithmeticTable, values: Float64Array, range: readonly [from: number, to: number]): bigint {
  let sum = 0n;
  for (let at = range[0]; at < range[1]; at += 1) sum += BigInt(values[table.cells[at] ?? 0] ?? 0);
  return sum;
}

/** Left minus right by its sign, exact whatever the size of the figures; what is absent counts as 0. */
export function signOfDifference(table: ArithmeticTable, values: Float64Array, relation: number): number {
  const start = table.starts[relation] ?? 0;
  const middle = table.middles[relation] ?? 0;
  const end = table.starts[relation + 1] ?? 0;
  let left = 0;
  let right = 0;
  for (let at = start; at < middle; at += 1) left += values[table.cells[at] ?? 0] ?? 0;
  for (let at = middle; at < end; at += 1) right += values[table.cells[at] ?? 0] ?? 0;
  if (isExact(left) && isExact(right)) return Math.sign(left - right);
  const difference = exactSum(table, values, [start, middle]) - exactSum(table, values, [middle, end]);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** Whether a comparison is met by left minus right, or by its sign. */
export function isMet(comparison: number, difference: number): boolean {
  if (comparison === comparisonCode['=']) return difference === 0;
  return comparison === comparisonCode['<='] ? difference <= 0 : difference >= 0;
}

/**
 * Whether a relation can still be true, whatever its blank and unreadable cells turn out to be. A count or an amount
 * is at least 0, so a side with such an unknown can only grow; a change may be of either sign; “/” adds nothing.
 */
export function canHold(table: ArithmeticTable, row: FigureRow, relation: number): boolean {
  const sign = signOfDifference(table, row.values, relation);
  if (isMet(table.comparisons[relation] ?? 0, sign)) return true;
  const middle = table.middles[relation] ?? 0;
  const end = table.starts[relation + 1] ?? 0;
  for (let at = table.starts[relation] ?? 0; at < end; at += 1) {
    const cell = table.cells[at] ?? 0;
    if (!isUnknown(row.states[cell])) continue;
    if (table.format.cells[cell]?.kind === 'change' || (at < middle ? sign < 0 : sign > 0)) return true;
  }
  return false;
}
