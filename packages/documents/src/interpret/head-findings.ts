import type { Finding } from '@nianbao/core';
import type { SourceSpot } from '../findings/reading-finding.ts';
import { readingFinding } from '../findings/reading-finding.ts';
import { compact } from '../labels/normalise.ts';
import type { SourceItem } from '../source/source.ts';
import type { ToldAgency } from './agency.ts';
import { findDate } from './dates.ts';
import type { ReportYear } from './report-year.ts';
import type { ZonedItem } from './table-zones.ts';

/** How a body speaks of itself; 我县 and the like may be the place that it belongs to. */
const ownName = /[我本](?:乡|镇|街道|苏木|局|委|办|厅|处|所|站|院|中心|部门|单位|机关|行政机关)/;

const top: SourceSpot = { line: 1, column: 1, text: '' };

/** The line in which words or a date stand that were found in text without white space. */
function spotOf(quote: string, items: readonly SourceItem[]): SourceSpot {
  for (const item of items) {
    if (item.kind !== 'line' || item.text === '') continue;
    if (compact(item.text).includes(quote) || findDate(item.text) === quote) {
      return { line: item.line, column: item.column, text: quote };
    }
  }
  return { ...top, text: quote };
}

function agencyUnknown(items: readonly ZonedItem[]): Finding {
  for (const item of items) {
    const match = item.kind === 'line' ? ownName.exec(item.text) : null;
    if (match === null || item.kind !== 'line') continue;
    const [text] = match;
    return readingFinding(
      'READ-AGENCY-UNKNOWN',
      { line: item.line, column: item.column + match.index, text },
      { values: { called: `，只称“${text}”`, calledEn: `; it only says “${text}”` } },
    );
  }
  return readingFinding('READ-AGENCY-UNKNOWN', top, { values: { called: '', calledEn: '' } });
}

/**
 * What is to be asked about organ and year where the file does not state them, each with the place that it was told from:
 * `items` are those of the page, `prose` is the report's text without its official tables.
 */
export function headFindings(
  { agency, year }: { readonly agency: ToldAgency | null; readonly year: ReportYear },
  { items, prose }: { readonly items: readonly SourceItem[]; readonly prose: readonly ZonedItem[] },
): Finding[] {
  const findings: Finding[] = [];
  if (agency === null) findings.push(agencyUnknown(prose));
  else if (agency.inferredFrom !== null) {
    const spot = spotOf(agency.inferredFrom, items);
    findings.push(readingFinding('READ-AGENCY-INFERRED', spot, { actual: agency.name }));
  }
  if (year.year === null) findings.push(readingFinding('READ-YEAR-UNKNOWN', top));
  else if (year.from !== null) {
    const spot = spotOf(year.from.quote, items);
    findings.push(readingFinding('READ-YEAR-INFERRED', spot, { actual: year.year }));
  }
  return findings;
}
