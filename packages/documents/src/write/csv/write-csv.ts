import type { CellValue } from '@nianbao/core';
import { formatOf, labelIn } from '@nianbao/core';
import type { CarriedReport } from '../../carried/carried-report.ts';

/** Columns of the file, one line for each figure. `state` tells a zero from a blank, a “/” and what could not be read. */
const columns = [
  'agency_id',
  'agency',
  'year',
  'version',
  'format',
  'cell',
  'table',
  'labels_zh',
  'labels_en',
  'unit',
  'state',
  'value',
  'unreadable_text',
] as const;

/** Spreadsheets run a field that begins so as a formula; an apostrophe in front makes it text. */
const formulaStart = /^[=+\-@\t\r]/;

function field(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function valueFields(value: CellValue | undefined): readonly [state: string, value: string | number, text: string] {
  if (value === null || value === undefined) return ['blank', '', ''];
  if (value === '/') return ['not_applicable', '', ''];
  return typeof value === 'number' ? ['number', value, ''] : ['unreadable', '', value.unreadable];
}

const asText = (lines: readonly (readonly (string | number)[])[]) =>
  lines.map((line) => `${line.map(field).join(',')}\r\n`).join('');

/** The head line, with the byte order mark that Excel and WPS need to see Chinese: what a file begins with. */
export const csvHead = `\u{feff}${asText([columns])}`;

/** The lines of one report below the head: every cell of its format, none where it has no official tables. */
export function csvLines({ report, publication }: CarriedReport): string {
  const lines = (formatOf(report)?.cells ?? []).map((cell) => [
    publication?.agencyId ?? '',
    report.agency ?? '',
    report.year ?? '',
    publication?.version ?? '',
    report.format ?? '',
    cell.key,
    cell.table,
    cell.labels.join(' > '),
    cell.labels.map((label) => labelIn(label, 'en')).join(' > '),
    cell.unit ?? '',
    ...valueFields(report.facts[cell.key]),
  ]);
  return asText(lines);
}

/**
 * Writes a report's figures as tidy CSV (RFC 4180, UTF-8): every cell of the format on a line of its own. A draft has no
 * id of its agency and no version; a report without official tables has the head line alone.
 */
export async function writeCsv(carried: CarriedReport): Promise<Uint8Array> {
  return new TextEncoder().encode(`${csvHead}${csvLines(carried)}`);
}
