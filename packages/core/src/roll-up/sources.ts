import type { CellValue, Facts } from '../figures/facts.ts';
import { factsFromRow } from '../figures/facts.ts';
import type { FigureRow } from '../figures/figure-row.ts';
import type { CellKey, Format } from '../formats/format.ts';
import { emptyReport } from '../report/report.ts';
import { exactDifference } from '../rules/prior-report.ts';
import type { Member } from '../rules/rule.ts';
import type { AgencyNode } from './agency-tree.ts';
import { coverageOf } from './coverage.ts';
import type { RollUp, RollUpMember } from './roll-up.ts';

/** An organ of a government's sum with the government in whose sum it stands: the one asked for, or one below. */
export interface SumMember extends RollUpMember {
  readonly government: AgencyNode;
}

/**
 * Everybody of a government's sum, the members of those lower governments that count by their members included. A lower
 * government that does so is in the list before its members.
 */
export function sumMembers(result: RollUp, government: AgencyNode): readonly SumMember[] {
  return coverageOf(result, government.id).members.flatMap((member) => {
    const here = { ...member, government };
    return member.status === 'fromMembers' ? [here, ...sumMembers(result, member.agency)] : [here];
  });
}

/** The row of every report in a government's sum, by its organ's id. */
export function sourcesOf(result: RollUp, government: AgencyNode): ReadonlyMap<string, FigureRow> {
  return new Map(
    sumMembers(result, government).flatMap(({ agency, status }) => {
      const row = status === 'reported' ? result.rows.get(agency.id) : undefined;
      return row === undefined ? [] : [[agency.id, row] as const];
    }),
  );
}

function nameIn({ agency, government }: SumMember, top: AgencyNode): string {
  return government.id === top.id ? agency.name : `${government.name}：${agency.name}`;
}

/**
 * A government's sum as the rules on roll-ups take it: one member for each report that is in it, and one without a
 * report for each that is missing. Who is left out on purpose (managed vertically, there already) is not in the list.
 */
export function membersInSum(result: RollUp, government: AgencyNode, year: number): readonly Member[] {
  return sumMembers(result, government)
    .filter(({ status }) => status === 'reported' || status === 'missing' || status === 'otherFormat')
    .map((member) => {
      const { agency, role, status } = member;
      const row = status === 'reported' ? result.rows.get(agency.id) : undefined;
      const report =
        row === undefined
          ? null
          : { ...emptyReport(agency.name, year, result.format), facts: { ...factsFromRow(row) } };
      return { id: agency.id, name: nameIn(member, government), role, profile: agency.profile, report };
    });
}

/** A cell in which two sets of figures differ; null where one has no figure. `difference` is after minus before. */
export interface CellDifference {
  readonly key: CellKey;
  readonly before: CellValue;
  readonly after: CellValue;
  readonly difference: number;
}

const sameValue = (one: CellValue, other: CellValue): boolean =>
  one === other || (typeof one === 'object' && typeof other === 'object' && one !== null && other !== null);

/** The cells in which two sets of figures of one format differ, in official order. */
export function cellDifferences(format: Format, before: Facts, after: Facts): readonly CellDifference[] {
  return format.cells.flatMap((cell) => {
    const [was, is] = [before[cell.key] ?? null, after[cell.key] ?? null];
    if (sameValue(was, is)) return [];
    const number = (value: CellValue) => (typeof value === 'number' ? value : 0);
    return [{ key: cell.key, before: was, after: is, difference: exactDifference(cell.kind, number(is), number(was)) }];
  });
}

/** What became of one report since a sum was taken. */
export interface SourceChange {
  readonly agencyId: string;
  readonly kind: 'added' | 'withdrawn' | 'corrected';
  /** What it changes in the sum, cell by cell. */
  readonly cells: readonly CellDifference[];
}

function rowDifferences(format: Format, before: FigureRow | null, after: FigureRow | null): readonly CellDifference[] {
  return cellDifferences(
    format,
    before === null ? {} : factsFromRow(before),
    after === null ? {} : factsFromRow(after),
  );
}

/** Compares the reports that a sum was taken from with those that it would be taken from now. */
export function sourceChanges(
  format: Format,
  taken: ReadonlyMap<string, FigureRow>,
  now: ReadonlyMap<string, FigureRow>,
): readonly SourceChange[] {
  const ids = new Set([...taken.keys(), ...now.keys()]);
  return [...ids].flatMap((agencyId): SourceChange[] => {
    const [before, after] = [taken.get(agencyId) ?? null, now.get(agencyId) ?? null];
    const cells = rowDifferences(format, before, after);
    if (before === null) return [{ agencyId, kind: 'added', cells }];
    if (after === null) return [{ agencyId, kind: 'withdrawn', cells }];
    return cells.length === 0 ? [] : [{ agencyId, kind: 'corrected', cells }];
  });
}
