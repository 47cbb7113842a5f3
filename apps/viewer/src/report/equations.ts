import type { Cell, CellKey, Facts, Format, LinearRelation } from '@nianbao/core';
import { cellState, findCell, rowFromFacts, rules, unscaleFigure } from '@nianbao/core';

/** A sum that a figure is part of, with the verdict over the report's own numbers. */
export interface Equation {
  readonly rule: string;
  readonly left: readonly Cell[];
  readonly right: readonly Cell[];
  readonly verdict: Verdict;
}

export type Verdict =
  | { readonly kind: 'holds' }
  /** `difference` is left minus right, in the unit of the cells. */
  | { readonly kind: 'fails'; readonly difference: number }
  | { readonly kind: 'undecided' };

interface Relation {
  readonly rule: string;
  readonly relation: LinearRelation;
}

const relationsByFormat = new Map<Format, ReadonlyMap<string, readonly Relation[]>>();

/** The sums of a format by every cell that takes part in one; bound once, since a format never changes. */
function relationsOf(format: Format): ReadonlyMap<string, readonly Relation[]> {
  const known = relationsByFormat.get(format);
  if (known !== undefined) return known;
  const byCell = new Map<string, Relation[]>();
  for (const rule of rules) {
    if (rule.kind !== 'linear') continue;
    for (const relation of rule.relations(format).filter(({ comparison }) => comparison === '=')) {
      for (const key of [...relation.left, ...relation.right]) {
        byCell.set(key, [...(byCell.get(key) ?? []), { rule: rule.id, relation }]);
      }
    }
  }
  relationsByFormat.set(format, byCell);
  return byCell;
}

/** Every sum that the cell is part of, its own parts first. */
export function equationsOf(format: Format, cell: Cell, facts: Facts): readonly Equation[] {
  const row = rowFromFacts(format, facts);
  const cellsAt = (keys: readonly CellKey[]) => keys.flatMap((key) => findCell(format, key) ?? []);
  const sum = (cells: readonly Cell[]) => cells.reduce((total, { index }) => total + (row.values[index] ?? 0), 0);
  const equations = (relationsOf(format).get(cell.key) ?? []).map(({ rule, relation }): Equation => {
    const left = cellsAt(relation.left);
    const right = cellsAt(relation.right);
    const known = [...left, ...right].every(({ index }) => row.states[index] === cellState.number);
    if (!known) return { rule, left, right, verdict: { kind: 'undecided' } };
    const difference = sum(left) - sum(right);
    const verdict: Verdict =
      difference === 0 ? { kind: 'holds' } : { kind: 'fails', difference: unscaleFigure(cell.kind, difference) };
    return { rule, left, right, verdict };
  });
  const isOwn = ({ left }: Equation) => left.length === 1 && left[0]?.key === cell.key;
  return [...equations.filter(isOwn), ...equations.filter((equation) => !isOwn(equation))];
}

/** The cells to point out beside a figure: what it sums, or else the totals that it goes into. */
export function relatedCells(cell: Cell, equations: readonly Equation[]): ReadonlySet<string> {
  const own = equations.filter(({ left }) => left.length === 1 && left[0]?.key === cell.key);
  const totals = equations.filter(({ left }) => left.length === 1);
  const related = own.length > 0 ? own.flatMap(({ right }) => right) : totals.flatMap(({ left }) => left);
  return new Set(related.map(({ key }) => key));
}
