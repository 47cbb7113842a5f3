import type { CellKey, CellValue, Facts, Format } from '@nianbao/core';
import { findCell, rules } from '@nianbao/core';

/** A cell that the form defines as the sum of others. */
export interface Total {
  readonly cell: CellKey;
  readonly parts: readonly CellKey[];
}

/**
 * The totals of a format, read off the rules that are equations with one cell alone on a side. Totals of rows come
 * before totals that add them up, so that one pass fills them all.
 */
export function totalsOf(format: Format): readonly Total[] {
  const totals = rules.flatMap((rule) =>
    rule.kind !== 'linear'
      ? []
      : rule.relations(format).flatMap(({ left, comparison, right }): Total[] => {
          if (comparison !== '=') return [];
          const [first] = left;
          if (left.length === 1 && right.length > 1 && first !== undefined) return [{ cell: first, parts: right }];
          const [last] = right;
          return right.length === 1 && left.length > 1 && last !== undefined ? [{ cell: last, parts: left }] : [];
        }),
  );
  const order = (total: Total) => format.indexOf.get(total.cell) ?? 0;
  const isPart = (total: Total, of: Total) => of.parts.includes(total.cell);
  return totals.sort((a, b) => Number(isPart(b, a)) - Number(isPart(a, b)) || order(a) - order(b));
}

/** The sum of a total's parts; null while a part is blank or unreadable. “/” adds nothing. */
export function computedTotal(total: Total, facts: Facts): number | null {
  let sum = 0;
  for (const part of total.parts) {
    const value = facts[part] ?? null;
    if (value === '/') continue;
    if (typeof value !== 'number') return null;
    sum += value;
  }
  return sum;
}

export interface FilledFigure {
  readonly key: CellKey;
  readonly value: CellValue;
}

/** What “fill totals” would set: every total that can be computed and says something else. */
export function fillTotals(totals: readonly Total[], facts: Facts): FilledFigure[] {
  const filled: Record<string, CellValue> = { ...facts };
  const changes = new Map<CellKey, CellValue>();
  for (const total of totals) {
    const sum = computedTotal(total, filled);
    if (sum === null || filled[total.cell] === sum) continue;
    filled[total.cell] = sum;
    changes.set(total.cell, sum);
  }
  return [...changes].map(([key, value]) => ({ key, value }));
}

/** What “fill blanks with 0” would set in one table. Only ever on a person's word: a blank is not a zero. */
export function fillBlanks(format: Format, table: string, facts: Facts): FilledFigure[] {
  return format.cells
    .filter((cell) => cell.table === table && (facts[cell.key] ?? null) === null)
    .map((cell) => ({ key: cell.key, value: 0 }));
}

/** The totals by the cell they fill. A cell with two definitions (the sum of all) keeps the first. */
export function totalsByCell(format: Format): ReadonlyMap<string, Total> {
  const byCell = new Map<string, Total>();
  for (const total of totalsOf(format)) {
    if (!byCell.has(total.cell) && findCell(format, total.cell) !== undefined) byCell.set(total.cell, total);
  }
  return byCell;
}
