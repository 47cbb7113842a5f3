import type { CellValue, Facts } from '../figures/facts.ts';
import { rowFromFacts } from '../figures/facts.ts';
import { decodeFigures, encodeFigures } from '../figures/figure-bytes.ts';
import type { FigureRow } from '../figures/figure-row.ts';
import { cellState, unscaleFigure } from '../figures/figure-row.ts';
import type { Report } from './report.ts';
import { formatOf } from './report.ts';

/**
 * A report as it is kept while it is worked on: figures and words apart, since an editor changes a figure at a time and
 * two hundred of them take fewer bytes than one sentence.
 */
export interface KeptReport {
  /** The report with no facts but those that are no figure: texts of cells that could not be read. */
  readonly content: Report;
  /** The figures as `encodeFigures` writes them; null without the official tables. */
  readonly figures: Uint8Array | null;
}

/** Facts of a report that its row of figures does not hold. */
function otherFacts(facts: Facts, { format, states }: FigureRow): Record<string, CellValue> {
  const others: Record<string, CellValue> = {};
  for (const { key, index } of format.cells) {
    const value = facts[key];
    if (states[index] === cellState.unreadable && value !== undefined) others[key] = value;
  }
  return others;
}

export function keepReport(report: Report): KeptReport {
  const format = formatOf(report);
  if (format === null) return { content: report, figures: null };
  const row = rowFromFacts(format, report.facts);
  return { content: { ...report, facts: otherFacts(report.facts, row) }, figures: encodeFigures(row) };
}

/** The report again. Blank cells are left out of its facts. Throws a RangeError for what are not figures. */
export function restoreReport({ content, figures }: KeptReport): Report {
  if (figures === null) return content;
  const { format, states, values } = decodeFigures(figures);
  const facts: Record<string, CellValue> = {};
  for (const { key, kind, index } of format.cells) {
    const state = states[index];
    if (state === cellState.number) facts[key] = unscaleFigure(kind, values[index] ?? 0);
    else if (state === cellState.notApplicable) facts[key] = '/';
    else if (state === cellState.unreadable) facts[key] = content.facts[key] ?? { unreadable: '' };
  }
  return { ...content, facts };
}

const hasUnreadable = ({ facts }: Report): boolean =>
  Object.values(facts).some((value) => typeof value === 'object' && value !== null);

/**
 * Whether two reports have the same kept content, so that only figures have to be written, where one was made of the other
 * by `applyChanges`: parts that no change names are the same objects. False where that is not certain.
 */
export function haveSameWords(one: Report, other: Report): boolean {
  const own = new Map<string, unknown>(Object.entries(one));
  const isSame = ([name, value]: [string, unknown]) => name === 'facts' || own.get(name) === value;
  return Object.entries(other).every(isSame) && !hasUnreadable(one) && !hasUnreadable(other);
}
