import type { CellValue, Facts } from '../figures/facts.ts';
import { scaleFigure, unscaleFigure } from '../figures/figure-row.ts';
import type { CellKey, Format } from '../formats/format.ts';
import { findCell } from '../formats/formats.ts';
import { emptyReport } from '../report/report.ts';
import type { Member } from '../rules/rule.ts';

/**
 * A figure that a government's office adds to the sum of its members for one cell, in the cell's own unit, and why: what
 * nobody under it reports. A value that the cell itself could hold.
 */
export interface Addition {
  readonly key: CellKey;
  readonly value: number;
  readonly reason: string;
}

/** A sum with the own additions; a cell for which nobody gave a figure holds the addition alone. */
export function withAdditions(format: Format, sum: Facts, additions: readonly Addition[]): Facts {
  const added: Record<string, CellValue> = { ...sum };
  for (const { key, value } of additions) {
    const cell = findCell(format, key);
    const scaled = cell === undefined ? null : scaleFigure(cell.kind, value);
    if (cell === undefined || scaled === null) continue;
    const before = added[key];
    const base = typeof before === 'number' ? (scaleFigure(cell.kind, before) ?? 0) : 0;
    added[key] = unscaleFigure(cell.kind, base + scaled);
  }
  return added;
}

/** The own additions as one more member of the sum, as the rules on roll-ups take it; null when there are none. */
export function additionsMember(format: Format, year: number, additions: readonly Addition[]): Member | null {
  if (additions.length === 0) return null;
  const zeros: Facts = Object.fromEntries(format.cells.map(({ key }) => [key, 0]));
  const name = '本级补充';
  const report = { ...emptyReport(name, year, format), facts: { ...withAdditions(format, zeros, additions) } };
  return { id: 'own-additions', name, role: 'organ', profile: null, report };
}
