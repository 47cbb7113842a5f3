import type { CellValue, Report } from '@nianbao/core';
import { emptyReport, formatById, formatOf } from '@nianbao/core';
import { carry } from '@nianbao/documents';
import { expect, it } from 'vitest';
import { soundReport } from '../testing/reports.ts';
import { reportCsv } from './report-csv.ts';

/** Reads CSV as RFC 4180 has it. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const lines = text
    .replace(/^\u{feff}/u, '')
    .split('\r\n')
    .slice(0, -1);
  return lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
    ),
  );
}

function cellValue([state, value, text]: readonly string[]): CellValue {
  if (state === 'number') return Number(value);
  if (state === 'not_applicable') return '/';
  return state === 'unreadable' ? { unreadable: text ?? '' } : null;
}

const published = { agencyId: 'forestry', version: 2, publishedAt: '2026-01-19T02:00:00.000Z', address: null };
const csvOf = (report: Report) => reportCsv(carry(report, published));

it('has every cell of the format, each in its state, with the report and the version that it is of', () => {
  const facts = { ...soundReport().facts, 't2.licences.decisions': null, 't2.fees.amount': { unreadable: '约3万元' } };
  const report: Report = { ...soundReport(), facts: { ...facts, 't4.review.total': '/' } };
  const text = csvOf(report);
  expect(text.startsWith('\u{feff}')).toBe(true);
  const [head, ...lines] = parseCsv(text);
  expect(head?.slice(-3)).toEqual(['state', 'value', 'unreadable_text']);
  const read = Object.fromEntries(lines.map((line) => [line[5], cellValue(line.slice(-3))]));
  expect(read).toEqual(
    Object.fromEntries((formatOf(report)?.cells ?? []).map(({ key }) => [key, report.facts[key] ?? null])),
  );
  expect(lines[0]?.slice(0, 5)).toEqual(['forestry', '云溪县林业局', '2025', '2', '2021']);
});

it.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', 'a "quoted", b'])(
  'keeps %s from running in a spreadsheet',
  (text) => {
    const report = emptyReport('云溪县青岚镇人民政府', 2020, formatById['2019']);
    const key = formatById['2019'].cells[0]?.key ?? '';
    const field = parseCsv(csvOf({ ...report, facts: { [key]: { unreadable: text } } }))[1]?.at(-1);
    expect(field).toBe(/^[=+\-@]/.test(text) ? `'${text}` : text);
  },
);

it('has the head alone for a report without official tables', () => {
  const report = emptyReport('云溪县青岚镇人民政府', 2016, formatById['2019']);
  expect(parseCsv(csvOf({ ...report, format: null }))).toHaveLength(1);
});
