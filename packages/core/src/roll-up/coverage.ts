import type { CellValue, Facts } from '../figures/facts.ts';
import { figureAt } from '../figures/figure-row.ts';
import type { Cell } from '../formats/format.ts';
import type { RollUp, RollUpGroup, RollUpMember } from './roll-up.ts';
import { cellSum } from './roll-up-rows.ts';

/** Who is in a government's sum, and who is not, and why. */
export interface Coverage {
  readonly members: readonly RollUpMember[];
  /** Reports summed, those of the members of members included. */
  readonly reports: number;
  /** Organs that did not report, here and below, as far as those below count here. */
  readonly notReported: number;
}

function groupAt(result: RollUp, government: string): { group: RollUpGroup; at: number } {
  const at = result.groupOf.get(government);
  const group = at === undefined ? undefined : result.groups[at];
  if (at === undefined || group === undefined) throw new RangeError(`${government} is no government of the tree`);
  return { group, at };
}

/** The coverage of a government's sum. Throws a RangeError for an id that is no government of the tree. */
export function coverageOf(result: RollUp, government: string): Coverage {
  const { group, at } = groupAt(result, government);
  return { members: group.members, reports: result.sums.reports[at] ?? 0, notReported: group.notReported };
}

/**
 * One cell of a roll-up in its own unit. What gave no figure stays apart: blank, “/”, unreadable, and organs without a
 * report. `atLeast` says that the sum may grow once they do.
 */
export interface RolledUpCell {
  readonly value: number;
  readonly atLeast: boolean;
  readonly reports: number;
  readonly blank: number;
  readonly notApplicable: number;
  readonly unreadable: number;
  readonly notReported: number;
}

/** One cell of a government's sum. Throws a RangeError for an id that is no government of the tree. */
export function rolledUpCell(result: RollUp, government: string, cell: Cell): RolledUpCell {
  const { group, at } = groupAt(result, government);
  const sum = cellSum(result.sums, at, cell);
  const atLeast = sum.blank + sum.unreadable + group.notReported > 0;
  return { ...sum, atLeast, notReported: group.notReported };
}

function factOf({ value, reports, notApplicable, blank, unreadable }: RolledUpCell): CellValue {
  if (reports - notApplicable - blank - unreadable > 0) return value;
  return notApplicable > 0 && notApplicable === reports ? '/' : null;
}

/** A government's sum as facts: what its report starts from. A cell for which nobody gave a figure stays blank or “/”. */
export function rolledUpFacts(result: RollUp, government: string): Facts {
  return Object.fromEntries(
    result.format.cells.map((cell) => [cell.key, factOf(rolledUpCell(result, government, cell))]),
  );
}

/** What one member adds to a cell: a figure, a sum of its own members, or null where it gives none. */
export interface Contribution extends RollUpMember {
  readonly value: number | null;
}

/** A cell of a government's sum, opened: every member with what it adds, so that a total can be followed down the tree. */
export function contributionsTo(result: RollUp, government: string, cell: Cell): readonly Contribution[] {
  return coverageOf(result, government).members.map((member) => {
    if (member.status === 'fromMembers') {
      return { ...member, value: rolledUpCell(result, member.agency.id, cell).value };
    }
    const row = member.status === 'reported' ? result.rows.get(member.agency.id) : undefined;
    return { ...member, value: row === undefined ? null : figureAt(row, cell) };
  });
}
