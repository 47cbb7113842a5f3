import type { CellValue } from '@nianbao/core';
import { formatById, formatOf } from '@nianbao/core';
import { describe, expect, it } from 'vitest';
import { demoData } from '../testing/demo-data.ts';
import { openViewer } from '../testing/open-viewer.ts';
import type { PublishedReport, ReportAddress } from '../viewer-data.ts';
import { reportCsv } from './report-csv.ts';

const { open } = openViewer();

async function published(address: ReportAddress): Promise<PublishedReport> {
  const found = await demoData.getPublished(address);
  if (found === null) throw new Error('the demonstration report is gone');
  return found;
}

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

const addresses: readonly ReportAddress[] = [
  { agencyId: 'forestry', year: 2025, version: null },
  { agencyId: 'township', year: 2020, version: null },
];

describe.each(addresses)('the files of $agencyId $year', (address) => {
  const path = `/agencies/${address.agencyId}/${address.year}`;

  it('are CSV with every cell of the format, each in its state', async () => {
    const { report } = await published(address);
    const response = await open(`${path}.csv`);
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('Content-Disposition')).toBe(`attachment; filename="${address.year}.csv"`);
    const [head, ...lines] = parseCsv(await response.text());
    expect(head?.slice(-3)).toEqual(['state', 'value', 'unreadable_text']);
    const read = Object.fromEntries(lines.map((line) => [line[5], cellValue(line.slice(-3))]));
    expect(read).toEqual(
      Object.fromEntries((formatOf(report)?.cells ?? []).map(({ key }) => [key, report.facts[key] ?? null])),
    );
  });

  it('are JSON that holds the report as it was published', async () => {
    const { report, version, findings, explanations } = await published(address);
    const response = await open(`${path}.json`);
    expect(response.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toMatchObject({ report, version, findings, explanations });
  });
});

it('has a CSV of each version under its own name', async () => {
  const response = await open('/agencies/forestry/2025/versions/1.csv');
  expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="2025-v1.csv"');
});

it.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', 'a "quoted", b'])(
  'keeps %s from running in a spreadsheet',
  async (text) => {
    const demo = await published({ agencyId: 'township', year: 2020, version: null });
    const key = formatById['2019'].cells[0]?.key ?? '';
    const csv = reportCsv({ ...demo, report: { ...demo.report, facts: { [key]: { unreadable: text } } } }, 2020);
    const field = parseCsv(csv)[1]?.at(-1);
    expect(field).toBe(/^[=+\-@]/.test(text) ? `'${text}` : text);
  },
);

it('has the head alone for a report without official tables', async () => {
  const demo = await published({ agencyId: 'township', year: 2020, version: null });
  const csv = reportCsv({ ...demo, report: { ...demo.report, format: null, facts: {} } }, 2016);
  expect(parseCsv(csv)).toHaveLength(1);
});
