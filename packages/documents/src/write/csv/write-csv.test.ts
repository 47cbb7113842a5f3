import type { CellValue, Report } from '@nianbao/core';
import { emptyReport, formatById, formats } from '@nianbao/core';
import { writtenReports } from '@nianbao/core/testing';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { carry } from '../../carried/carried-report.ts';
import { readReport } from '../../read-report.ts';
import { publication, writtenRuns } from '../../testing/publication.ts';
import { writeCsv } from './write-csv.ts';

const lines = z.array(z.record(z.string(), z.string()));

async function read(report: Report, mark: typeof publication | null = null) {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await writeCsv(carry(report, mark)));
  return { text, rows: lines.parse(parse(text, { columns: true, bom: true, record_delimiter: '\r\n' })) };
}

function cellValue({ state, value, unreadable_text: text }: Readonly<Record<string, string>>): CellValue {
  if (state === 'number') return Number(value);
  if (state === 'not_applicable') return '/';
  return state === 'unreadable' ? { unreadable: text ?? '' } : null;
}

const base = emptyReport('云溪县林业局', 2024, formatById['2021']);

describe.each(formats)('the figures of a report in the format of $id as CSV', (format) => {
  it('are every cell of the format, each in its state', async () => {
    await fc.assert(
      fc.asyncProperty(writtenReports(format), async (report) => {
        const { rows } = await read(report, publication);
        expect(rows.map((row) => [row['cell'], cellValue(row)])).toEqual(
          format.cells.map(({ key }) => [key, report.facts[key] ?? null]),
        );
      }),
      { numRuns: writtenRuns },
    );
  });

  it('read back as the same figures of the same year', async () => {
    await fc.assert(
      fc.asyncProperty(writtenReports(format), async (report) => {
        const result = await readReport(await writeCsv(carry(report, null)), { fileName: 'report.csv' });
        expect(result.ok && result.report).toMatchObject({
          agency: report.agency,
          year: report.year,
          facts: report.facts,
        });
      }),
      { numRuns: writtenRuns },
    );
  });
});

it('names the agency, the version, and each figure in both languages with its unit', async () => {
  const { rows } = await read({ ...base, facts: { 't2.fees.amount': 12.5 } }, publication);
  expect(rows.find(({ cell }) => cell === 't2.fees.amount')).toEqual({
    agency_id: 'yx-forestry',
    agency: '云溪县林业局',
    year: '2024',
    version: '2',
    format: '2021',
    cell: 't2.fees.amount',
    table: 't2',
    labels_zh: '第二十条第（八）项 > 行政事业性收费 > 本年收费金额（单位：万元）',
    labels_en: 'Article 20 (8) > Administrative fees > Fees this year (10,000 yuan)',
    unit: '万元',
    state: 'number',
    value: '12.5',
    unreadable_text: '',
  });
});

it('opens with a byte order mark, without which Excel takes Chinese for something else', async () => {
  expect((await read(base)).text.startsWith('\u{feff}agency_id,')).toBe(true);
});

it('has no id and no version for a draft', async () => {
  const [row] = (await read(base)).rows;
  expect([row?.['agency_id'], row?.['version'], row?.['agency']]).toEqual(['', '', '云溪县林业局']);
});

it.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', 'a "quoted", b'])(
  'keeps %j from running in a spreadsheet',
  async (text) => {
    const { rows } = await read({ ...base, facts: { 't3.received.total': { unreadable: text } } });
    const field = rows.find(({ cell }) => cell === 't3.received.total')?.['unreadable_text'];
    expect(field).toBe(/^[=+\-@\t]/.test(text) ? `'${text}` : text);
  },
);

it('has the head alone for a report without official tables', async () => {
  expect((await read({ ...base, year: 2015, format: null })).rows).toEqual([]);
});
