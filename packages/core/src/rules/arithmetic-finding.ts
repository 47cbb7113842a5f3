import type { FigureRow } from '../figures/figure-row.ts';
import { unscaleFigure } from '../figures/figure-row.ts';
import type { Finding } from '../findings/finding.ts';
import type { ArithmeticTable } from './arithmetic-table.ts';
import { isUnknown } from './relation.ts';
import { suggestedRepair } from './repair.ts';

interface Side {
  readonly sum: number;
  /** The sum as the message prints it: “≥7” while cells of the side hold no figure. */
  readonly text: string;
}

function side(table: ArithmeticTable, row: FigureRow, range: readonly [from: number, to: number]): Side {
  let sum = 0;
  let complete = true;
  for (let at = range[0]; at < range[1]; at += 1) {
    const cell = table.cells[at] ?? 0;
    sum += row.values[cell] ?? 0;
    if (isUnknown(row.states[cell])) complete = false;
  }
  const kind = table.format.cells[table.cells[range[0]] ?? 0]?.kind ?? 'count';
  const inUnit = unscaleFigure(kind, sum);
  return { sum: inUnit, text: complete ? String(inUnit) : `≥${inUnit}` };
}

/** Turns a broken relation into a finding: both sides, what is expected, the difference, the repair if there is one. */
export function arithmeticFinding(table: ArithmeticTable, row: FigureRow, relation: number): Finding {
  const bound = table.relations[relation];
  if (bound === undefined) throw new RangeError(`no relation ${relation} in format ${table.format.id}`);
  const start = table.starts[relation] ?? 0;
  const middle = table.middles[relation] ?? 0;
  const left = side(table, row, [start, middle]);
  const right = side(table, row, [middle, table.starts[relation + 1] ?? 0]);
  const difference = left.sum - right.sum;
  return {
    rule: bound.rule.id,
    instance: bound.relation.instance,
    severity: bound.rule.severity,
    cells: bound.cells,
    expected: right.sum,
    actual: left.sum,
    difference,
    place: null,
    values: { ...bound.relation.values, left: left.text, right: right.text, gap: Math.abs(difference) },
    repair: suggestedRepair(table, row, relation),
  };
}
