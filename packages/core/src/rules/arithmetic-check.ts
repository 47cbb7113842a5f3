import type { FigureRow } from '../figures/figure-row.ts';
import type { Finding } from '../findings/finding.ts';
import { arithmeticFinding } from './arithmetic-finding.ts';
import type { ArithmeticTable } from './arithmetic-table.ts';
import { arithmeticTable } from './arithmetic-table.ts';
import { canHold, isExact, isMet, signOfDifference } from './relation.ts';

const none: readonly never[] = [];

function failedAmongUnknowns(table: ArithmeticTable, row: FigureRow): readonly number[] {
  const failed: number[] = [];
  for (let relation = 0; relation < table.relations.length; relation += 1) {
    if (!canHold(table, row, relation)) failed.push(relation);
  }
  return failed;
}

/**
 * The relations that a row breaks, by position in the table. Allocates nothing while all of them hold and every cell
 * has a figure.
 */
export function failedRelations(table: ArithmeticTable, row: FigureRow): readonly number[] {
  if (row.absent > 0) return failedAmongUnknowns(table, row);
  const { values } = row;
  const { cells, starts, middles, comparisons } = table;
  let failed: number[] | null = null;
  let at = 0;
  for (let relation = 0; relation < comparisons.length; relation += 1) {
    const middle = middles[relation] ?? 0;
    const end = starts[relation + 1] ?? 0;
    let left = 0;
    for (; at < middle; at += 1) left += values[cells[at] ?? 0] ?? 0;
    let right = 0;
    for (; at < end; at += 1) right += values[cells[at] ?? 0] ?? 0;
    const difference = isExact(left) && isExact(right) ? left - right : signOfDifference(table, values, relation);
    if (!isMet(comparisons[relation] ?? 0, difference)) {
      failed ??= [];
      failed.push(relation);
    }
  }
  return failed ?? none;
}

/** The arithmetic findings of one row, in the order of the rules, with the rules' own severities. */
export function checkArithmetic(row: FigureRow): readonly Finding[] {
  const table = arithmeticTable(row.format);
  const failed = failedRelations(table, row);
  return failed.length === 0 ? none : failed.map((relation) => arithmeticFinding(table, row, relation));
}
