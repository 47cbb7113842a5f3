import type { AgencyProfile, Finding, Report } from '@nianbao/core';
import { cellKeyOf, formatOf, openCheck } from '@nianbao/core';
import type { Total } from '../figures/totals.ts';
import { findingsByCell } from './finding-anchor.ts';
import { findingKey } from './finding-key.ts';

/** What the check says of the report as it stands on the screen. */
export interface LiveFindings {
  readonly all: readonly Finding[];
  /** Keys of `all` in the same order. */
  readonly keys: readonly string[];
  readonly byCell: ReadonlyMap<string, readonly Finding[]>;
}

export interface CheckedAgainst {
  readonly agency: AgencyProfile | null;
  readonly prior: Report | null;
  readonly totals: ReadonlyMap<string, Total>;
}

/**
 * Opens a check that follows a report through its edits, as strict as submission will be, so that the form, the list of
 * reports and the server count the same. The function returned takes the report as it is now.
 */
export function followReport(
  start: Report,
  { agency, prior, totals }: CheckedAgainst,
): (report: Report) => LiveFindings {
  const check = openCheck(start, { stage: 'publication', agency, prior });
  const format = formatOf(start);
  let last = start;
  return (report) => {
    if (report.facts !== last.facts && format !== null) {
      for (const key of new Set([...Object.keys(report.facts), ...Object.keys(last.facts)])) {
        const cell = cellKeyOf(format, key);
        const value = report.facts[key] ?? null;
        if (cell !== null && value !== (last.facts[key] ?? null)) check.setFact(cell, value);
      }
    }
    const { agency: _agency, year: _year, format: _format, facts: _facts, ...text } = report;
    const textChanged =
      report.title !== last.title ||
      report.preface !== last.preface ||
      report.sections !== last.sections ||
      report.contact !== last.contact ||
      report.writtenOn !== last.writtenOn ||
      report.indexNumber !== last.indexNumber;
    if (textChanged) check.setText(text);
    last = report;
    const all = check.findings();
    return { all, keys: all.map(findingKey), byCell: findingsByCell(all, totals) };
  };
}
