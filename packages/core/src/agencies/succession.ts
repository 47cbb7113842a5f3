import type { CellValue, Facts } from '../figures/facts.ts';
import { rowFromFacts } from '../figures/facts.ts';
import { cellState, unscaleFigure } from '../figures/figure-row.ts';
import type { Cell, Format } from '../formats/format.ts';
import type { Report } from '../report/report.ts';
import { formatOf } from '../report/report.ts';

/**
 * A reorganisation: from report year `year` on, the bodies `to` do the work of the bodies `from`. One to one is a change
 * of name, several to one a merger, one to several a split.
 */
export interface Succession {
  readonly year: number;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/**
 * Whose reports of the year before a body's report of `year` follows from: those of the bodies merged into it, its own
 * where nothing happened. Null after a split, when no figure can be told to belong to one of the parts alone.
 */
export function predecessorsOf(
  agency: string,
  year: number,
  successions: readonly Succession[],
): readonly string[] | null {
  const own = successions.filter((succession) => succession.year === year && succession.to.includes(agency));
  if (own.some(({ to }) => to.length > 1)) return null;
  return own.length === 0 ? [agency] : [...new Set(own.flatMap(({ from }) => from))];
}

function together(cell: Cell, rows: readonly ReturnType<typeof rowFromFacts>[]): CellValue {
  const states = new Set(rows.map((row) => row.states[cell.index]));
  if (states.has(cellState.blank) || states.has(cellState.unreadable)) return null;
  if (!states.has(cellState.number)) return '/';
  const sum = rows.reduce((total, row) => total + (row.values[cell.index] ?? 0), 0);
  return Number.isSafeInteger(sum) ? unscaleFigure(cell.kind, sum) : null;
}

function sharedFormat(reports: readonly Report[]): Format | null {
  const [first, ...others] = reports;
  const format = first === undefined ? null : formatOf(first);
  return others.every((report) => report.format === format?.id) ? format : null;
}

/**
 * The reports of merged bodies as one, to hold the next year's report against: figures added up, and blank where one of
 * them is not known. Null where there is nothing to add, or the years or formats differ.
 */
export function mergedReport(reports: readonly Report[]): Report | null {
  const [first, ...others] = reports;
  if (first === undefined || others.length === 0) return first ?? null;
  const format = sharedFormat(reports);
  if (format === null || others.some(({ year }) => year !== first.year)) return null;
  const rows = reports.map(({ facts }) => rowFromFacts(format, facts));
  const facts: Facts = Object.fromEntries(format.cells.map((cell) => [cell.key, together(cell, rows)]));
  return {
    ...first,
    agency: null,
    facts: { ...facts },
    preface: reports.flatMap(({ preface }) => preface),
    sections: reports.flatMap(({ sections }) => sections),
  };
}
