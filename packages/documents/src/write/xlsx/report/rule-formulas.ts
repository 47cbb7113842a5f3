import type { CellKey, Format, LinearRelation } from '@nianbao/core';
import { findCell } from '@nianbao/core';

/** How cells are named in a formula, as ranges: “$D$6:$D$7”. */
export type RangesOf = (keys: readonly CellKey[]) => readonly string[];

/**
 * The two sides of a relation of arithmetic as formulas, and for each how many cells without a figure could make up for
 * its being the smaller one. A blank or a text is an unknown number of 0 or more (本年增/减: of either sign); “/” adds
 * nothing.
 */
export interface SideFormulas {
  readonly left: string;
  readonly right: string;
  readonly leftMayGrow: string;
  readonly rightMayGrow: string;
}

const sum = (ranges: readonly string[]): string => (ranges.length === 0 ? '0' : `SUM(${ranges.join(',')})`);

/** How many of the cells hold neither a number nor “/”. */
function unknowns(keys: readonly CellKey[], rangesOf: RangesOf): string {
  if (keys.length === 0) return '0';
  const ranges = rangesOf(keys);
  const marks = ranges.map((range) => `-COUNTIF(${range},"/")`);
  return `(${keys.length}-COUNT(${ranges.join(',')})${marks.join('')})`;
}

export function sideFormulas(format: Format, relation: LinearRelation, rangesOf: RangesOf): SideFormulas {
  const changes = (keys: readonly CellKey[]) => keys.filter((key) => findCell(format, key)?.kind === 'change');
  return {
    left: sum(rangesOf(relation.left)),
    right: sum(rangesOf(relation.right)),
    leftMayGrow: unknowns([...relation.left, ...changes(relation.right)], rangesOf),
    rightMayGrow: unknowns([...relation.right, ...changes(relation.left)], rangesOf),
  };
}

/** A formula that is true where a relation is false whatever its unknown figures are. */
export function brokenFormula(comparison: LinearRelation['comparison'], sides: SideFormulas): string {
  const { left, right, leftMayGrow, rightMayGrow } = sides;
  const tooSmall = `AND(${left}<${right},${leftMayGrow}=0)`;
  const tooLarge = `AND(${left}>${right},${rightMayGrow}=0)`;
  if (comparison === '=') return `OR(${tooSmall},${tooLarge})`;
  return comparison === '>=' ? tooSmall : tooLarge;
}
