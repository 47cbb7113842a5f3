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

/** What a reorganisation is called: one body in the place of another, several in one, or one in several. */
export const successionKinds = ['replacement', 'merger', 'split'] as const;
export type SuccessionKind = (typeof successionKinds)[number];

export function successionKind({ from, to }: Pick<Succession, 'from' | 'to'>): SuccessionKind {
  if (to.length > 1) return 'split';
  return from.length > 1 ? 'merger' : 'replacement';
}

/** The bodies that a reorganisation ends: those that do not go on as one of its successors. */
export function endedBy({ from, to }: Pick<Succession, 'from' | 'to'>): readonly string[] {
  return from.filter((agency) => !to.includes(agency));
}

/** The first report year of a body that a reorganisation brought about; null where none did. */
export function beganIn(agency: string, successions: readonly Succession[]): number | null {
  const begun = successions.filter(({ from, to }) => to.includes(agency) && !from.includes(agency));
  const years = begun.map(({ year }) => year).filter((year) => !continuedIn(agency, year, successions));
  return years.length === 0 ? null : Math.min(...years);
}

function continuedIn(agency: string, year: number, successions: readonly Succession[]): boolean {
  return successions.some((succession) => succession.year === year && succession.from.includes(agency));
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

/**
 * The report that a body's report of `year` follows from, as `published` has those of single bodies. Null where one of
 * its predecessors has published none, or where no figure can be told to be its own.
 */
export function priorOf(
  agency: string,
  { year, successions }: { readonly year: number; readonly successions: readonly Succession[] },
  published: (agency: string, year: number) => Report | null,
): Report | null {
  const reports: Report[] = [];
  for (const predecessor of predecessorsOf(agency, year, successions) ?? []) {
    const report = published(predecessor, year - 1);
    if (report === null) return null;
    reports.push(report);
  }
  return mergedReport(reports);
}
