import type { Finding } from '@nianbao/core';
import { sourceOfFinding } from '@nianbao/documents';
import { describeFinding } from '../kind-of-finding.ts';
import { fill } from '../messages.ts';
import type { CheckFormat } from './check-format.ts';
import type { CheckedFile, Style } from './checked-file.ts';
import { outputWords } from './output-words.ts';

const columns = [
  'file',
  'agency',
  'year',
  'format',
  'severity',
  'rule',
  'title',
  'message',
  'instruction',
  'cells',
  'expected',
  'actual',
  'difference',
  'page',
  'sheet',
  'line',
  'column',
  'quote',
] as const;

type Row = Partial<Readonly<Record<(typeof columns)[number], string | number | null>>>;

/** Spreadsheets run a field that begins so as a formula; an apostrophe in front makes it text. */
const formulaStart = /^[=+\-@\t\r]/;

function field(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const line = (row: Row): string => `${columns.map((name) => field(row[name])).join(',')}\r\n`;

function rowOf(checked: CheckedFile, finding: Finding, { lang }: Style): Row {
  const { agency, year, format } = checked.read.report;
  const { title, message, instruction } = describeFinding(finding, lang);
  const source = sourceOfFinding(checked.read, finding);
  const part = source?.part ?? null;
  return {
    ...{ file: checked.file, agency, year, format, title, message, instruction },
    severity: finding.severity,
    rule: finding.rule,
    cells: finding.cells.join(' '),
    expected: finding.expected,
    actual: finding.actual,
    difference: finding.difference,
    page: part?.kind === 'page' ? part.page : null,
    sheet: part?.kind === 'sheet' ? part.name : null,
    line: source?.line ?? null,
    column: source?.column ?? null,
    quote: finding.place?.quote ?? null,
  };
}

/**
 * For spreadsheets: a line for each finding (RFC 4180, UTF-8 with a byte order mark, which Excel and WPS need to see
 * Chinese). Files that could not be read, and findings left out, have a line of their own, told by `severity`.
 */
export const csvFormat: CheckFormat = {
  showsFindings: true,
  needsTotals: false,
  head: () => `\u{feff}${columns.join(',')}\r\n`,
  piece: (checked, shown, style) => ({
    before: '',
    items: shown.map((finding) => line(rowOf(checked, finding, style))),
    close: '',
    after: '',
  }),
  refusal: ({ file, message }) => ({
    before: line({ file, severity: 'unreadable', message }),
    items: [],
    close: '',
    after: '',
  }),
  leftOut: (count, { lang }) => line({ severity: 'left out', message: fill(outputWords.leftOut[lang], { count }) }),
  separator: '',
  listRunsOn: false,
  foot: () => '',
};
