import type { CellValue } from '@nianbao/core';
import { blockText, figureOf, formatOf, formats } from '@nianbao/core';
import { exampleReport, writtenReports } from '@nianbao/core/testing';
import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import type { CarriedReport } from '../../carried/carried-report.ts';
import { carry } from '../../carried/carried-report.ts';
import { writeParquet } from './write-parquet.ts';

const numRuns = process.env.NIANBAO_SOAK === undefined ? 6 : 300;

const mark = {
  agencyId: 'yunxi-linye',
  version: 2,
  publishedAt: '2025-01-20T09:00:00+08:00',
  address: 'https://www.example.gov.cn/reports/1',
};

const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
const rowsOf = (bytes: Uint8Array) => parquetReadObjects({ file: bufferOf(bytes) });

function factRow({ report, digest, publication }: CarriedReport, key: string, value: CellValue) {
  const format = formatOf(report);
  const cell = format?.cells.find((one) => one.key === key);
  if (format === null || cell === undefined) throw new Error(`no cell ${key}`);
  const { value: scaled } = figureOf(cell.kind, value);
  return {
    digest,
    agency_id: publication?.agencyId ?? null,
    agency: report.agency,
    year: report.year,
    version: publication?.version ?? null,
    format: format.id,
    table: cell.table,
    cell: key,
    unit: cell.unit,
    state:
      value === null ? 'blank' : value === '/' ? 'notApplicable' : typeof value === 'object' ? 'unreadable' : 'number',
    value: typeof value === 'number' ? value : null,
    exact: typeof value === 'number' ? BigInt(scaled) : null,
    decimals: cell.kind === 'money' ? 6 : 0,
    text: typeof value === 'object' && value !== null ? value.unreadable : null,
  };
}

describe.each(formats)('Parquet tables of reports in the format of $id', (format) => {
  const carriedOf = fc
    .tuple(writtenReports(format), fc.constantFrom(null, mark))
    .map(([report, publication]) => carry(report, publication));

  it('hold every figure, blanks and texts too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(carriedOf, { minLength: 1, maxLength: 3 }), async (reports) => {
        const { facts } = await writeParquet(reports);
        const expected = reports.flatMap((carried) =>
          format.cells.map(({ key }) => factRow(carried, key, carried.report.facts[key] ?? null)),
        );
        expect(await rowsOf(facts)).toEqual(expected);
      }),
      { numRuns },
    );
  });

  it('hold every report with the text of its sections', async () => {
    await fc.assert(
      fc.asyncProperty(carriedOf, async (carried) => {
        const { report, publication } = carried;
        const [row] = await rowsOf((await writeParquet([carried])).reports);
        const text = (at: number) => report.sections[at]?.blocks.map(blockText).join('\n');
        expect(row).toEqual({
          digest: carried.digest,
          agency_id: publication?.agencyId ?? null,
          agency: report.agency,
          year: report.year,
          version: publication?.version ?? null,
          format: format.id,
          title: report.title,
          published_on: null,
          written_on: new Date(`${report.writtenOn}T00:00:00Z`),
          published_at: publication === null ? null : new Date(mark.publishedAt),
          address: publication?.address ?? null,
          index_number: report.indexNumber,
          preface: report.preface.map(blockText).join('\n'),
          overview: text(0),
          proactive_disclosure: text(1),
          applications: text(2),
          disputes: text(3),
          problems: text(4),
          other_matters: text(5),
          other_sections: null,
        });
      }),
      { numRuns },
    );
  });
});

describe('Parquet tables', () => {
  it('hold money to the last of its decimals, and counts up to the largest', async () => {
    const facts = { 't2.fees.amount': 1234567.890123, 't3.received.total': Number.MAX_SAFE_INTEGER };
    const rows = await rowsOf((await writeParquet([carry(exampleReport({ facts }), null)])).facts);
    const exact = (key: string) => rows.find(({ cell }) => cell === key)?.exact;
    expect(exact('t2.fees.amount')).toBe(1_234_567_890_123n);
    expect(exact('t3.received.total')).toBe(BigInt(Number.MAX_SAFE_INTEGER));
  });

  it('are written in groups, so that no more than a group is held', async () => {
    const carried = carry(exampleReport(), null);
    const { facts, reports } = await writeParquet(Array.from({ length: 600 }, () => carried));
    const groups = (bytes: Uint8Array) =>
      parquetMetadata(bufferOf(bytes)).row_groups.map((group) => Number(group.num_rows));
    expect(groups(facts)).toEqual([50_000, 50_000, 20_000]);
    expect(groups(reports)).toEqual([500, 100]);
  });

  it('are sound without any report, and the same bytes each time', async () => {
    const { facts, reports } = await writeParquet([]);
    expect([await rowsOf(facts), await rowsOf(reports)]).toEqual([[], []]);
    const carried = carry(exampleReport(), mark);
    expect(await writeParquet([carried])).toEqual(await writeParquet([carried]));
  });

  it('keep a section that is none of the six, and a report from before the tables', async () => {
    const report = exampleReport();
    const sections = [
      ...report.sections,
      { id: null, title: '附录', blocks: [{ kind: 'paragraph' as const, text: '说明' }] },
    ];
    const old = { ...report, year: 2015, format: null, facts: {}, sections };
    const { facts, reports } = await writeParquet([carry(old, null)]);
    expect(await rowsOf(facts)).toEqual([]);
    expect(await rowsOf(reports)).toMatchObject([{ year: 2015, format: null, other_sections: '附录\n说明' }]);
  });
});
