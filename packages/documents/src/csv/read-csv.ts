import { parse } from 'csv-parse/sync';
import { DocumentRefused } from '../office/document-refused.ts';

/** A line of a table as text; `line` is where in the file it begins, from 1. */
export interface CsvRecord {
  readonly fields: readonly string[];
  readonly line: number;
}

const delimiters = [',', '\t', ';'] as const;
const mostFields = 200_000;
const quotedField = /"(?:[^"]|"")*"/g;

function countOf(text: string, sign: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}

/** The sign that parts the fields: the one that the first lines have most of, outside quoted fields. */
function delimiterOf(text: string): string | null {
  const head = text.slice(0, 20_000).replace(quotedField, '');
  const counts = delimiters.map((sign) => ({ sign, count: countOf(head, sign) }));
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a));
  return best.count === 0 ? null : best.sign;
}

/**
 * Parts comma-separated values (RFC 4180), or values parted by tabs or semicolons, into their fields. Null where the
 * text has no such marks or they do not fit together. Throws DocumentRefused where there are more fields than any table
 * of reports has.
 */
export function readCsv(text: string): CsvRecord[] | null {
  const delimiter = delimiterOf(text);
  if (delimiter === null) return null;
  if (countOf(text, delimiter) + countOf(text, '\n') > mostFields) throw new DocumentRefused('TOO_COMPLEX');
  try {
    const ends: number[] = [];
    const records = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      on_record: (record, { lines }) => {
        ends.push(lines);
        return record;
      },
    });
    return records.map((fields, at) => ({
      fields: fields.map((field) => field.trim()),
      line: (ends[at - 1] ?? 0) + 1,
    }));
  } catch {
    return null;
  }
}

/** Whether text without a telling name is comma-separated: several lines with equally many fields, some of them quoted. */
export function looksLikeCsv(text: string): boolean {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n/)
    .slice(0, 12)
    .filter((line) => line.trim() !== '');
  const counts = lines.map((line) => countOf(line.replace(quotedField, ''), ','));
  const quoted = lines.filter((line) => /(?:^|,)"[^"]*"(?:,|$)/.test(line)).length;
  return lines.length >= 3 && quoted >= 2 && (counts[0] ?? 0) > 0 && counts.every((count) => count === counts[0]);
}
