import type { CellValue, Format, Report } from '@nianbao/core';
import { emptyReport, formats } from '@nianbao/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReport } from '../read-report.ts';
import type { ReadReport } from '../read-result.ts';
import { betweenRows, noLines, textAt } from '../testing/pdf-drawing.ts';
import { pdfOf } from '../testing/pdf-file.ts';
import type { TableDrawing } from '../testing/pdf-report.ts';
import { reportAsPdf } from '../testing/pdf-report.ts';

const runs = process.env.NIANBAO_SOAK === undefined ? 6 : 300;

/** Figures that fit on one line of their cells, with blanks among them. */
function reportsOf(format: Format): fc.Arbitrary<Report> {
  const value = fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.nat({ max: 30 }) },
    { weight: 2, arbitrary: fc.nat({ max: 9999 }) },
    { weight: 2, arbitrary: fc.constant(null) },
  );
  return fc.array(value, { minLength: format.cells.length, maxLength: format.cells.length }).map((values) => ({
    ...emptyReport('青岚镇人民政府', format.reportYears.from, format),
    facts: Object.fromEntries(format.cells.map(({ key }, at) => [key, values[at] ?? null])),
  }));
}

/** Settings in which label and figures of a row share their place across the row's height. */
const settings: fc.Arbitrary<TableDrawing> = fc
  .record({
    across: fc.constantFrom('left', 'middle', 'right'),
    down: fc.constantFrom('top', 'middle', 'bottom'),
    labelAcross: fc.constantFrom('left', 'middle'),
    labelWidth: fc.integer({ min: 120, max: 200 }),
  })
  .map(({ across, down, labelAcross, labelWidth }) => ({
    figures: { across, down },
    labels: { across: labelAcross, down },
    labelWidth,
  }));

const draws = { 'no lines': noLines, 'lines between rows alone': betweenRows };
const cases = formats.flatMap((format) =>
  Object.entries(draws).map(([name, draw]) => [`format of ${format.id} with ${name}`, format, draw] as const),
);

const present = ({ facts }: Pick<Report, 'facts'>): Record<string, CellValue> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));

async function readBack(report: Report, drawing: TableDrawing): Promise<ReadReport> {
  const read = await readReport(reportAsPdf(report, drawing), { fileName: 'report.pdf' });
  if (!read.ok) throw new Error(read.error.code);
  return read;
}

/** Cells of which a finding asks something, or whose figure is less than nearly certain. */
function askedOf({ findings, figures, missing }: ReadReport): ReadonlySet<string> {
  const doubtful = [...figures].filter(([, { confidence }]) => confidence < 0.9).map(([key]) => key);
  const told = findings.filter(({ severity }) => severity !== 'notice').flatMap(({ cells }) => cells);
  return new Set([...doubtful, ...told, ...missing]);
}

describe('a report printed as a PDF without lines between its columns', () => {
  it.each(cases)('%s, figures under the middle of their heads: every figure comes back', async (_, format, draw) => {
    await fc.assert(
      fc.asyncProperty(reportsOf(format), fc.constantFrom('top', 'middle', 'bottom'), async (report, down) => {
        const drawing: TableDrawing = { draw, figures: { across: 'middle', down }, labels: { down } };
        expect((await readBack(report, drawing)).report.facts).toEqual(present(report));
      }),
      { numRuns: runs },
    );
  });

  it.each(cases)('%s: figures come back, or are asked about, and blanks stay blank', async (_, format, draw) => {
    await fc.assert(
      fc.asyncProperty(reportsOf(format), settings, async (report, setting) => {
        const read = await readBack(report, { ...setting, draw });
        const asked = askedOf(read);
        const silent = format.cells.flatMap(({ key }) => {
          const [given, got] = [report.facts[key] ?? null, read.report.facts[key] ?? null];
          return given === got || asked.has(key) ? [] : [`${key}: ${String(given)} read as ${JSON.stringify(got)}`];
        });
        expect(silent).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  /** 表二 of 2021 up to its second row, which stands at a height of its own. */
  const lines = (second: readonly (readonly [number, string])[]) =>
    [
      [[70, 100, '云溪县水利局2023年政府信息公开工作年度报告']],
      [[70, 130, '二、主动公开政府信息情况']],
      [[250, 160, '第二十条第（一）项']],
      [
        [70, 180, '信息内容'],
        [240, 180, '本年制发件数'],
        [370, 180, '本年废止件数'],
        [500, 180, '现行有效件数'],
      ],
      [
        [70, 200, '规章'],
        [265, 200, '1'],
        [395, 200, '2'],
        [525, 200, '3'],
      ],
      [[70, 220, '行政规范性文件'], ...second.map(([x, text]) => [x, 220, text] as const)],
    ] as const;
  const printed = (second: readonly (readonly [number, string])[]) =>
    readReport(
      pdfOf({
        pages: [
          {
            content: lines(second)
              .flat()
              .map(([x, y, text]) => textAt([x, y], text))
              .join(''),
          },
        ],
      }),
      { fileName: 'report.pdf' },
    );

  it('keeps a blank cell between two figures blank', async () => {
    const read = await printed([
      [265, '4'],
      [525, '6'],
    ]);
    expect(read.ok && read.report.facts).toEqual({
      't2.regulations.issued': 1,
      't2.regulations.repealed': 2,
      't2.regulations.inForce': 3,
      't2.normativeDocuments.issued': 4,
      't2.normativeDocuments.inForce': 6,
    });
  });

  it('does not take the part of a figure that the edge of the page leaves for the whole', async () => {
    const read = await printed([
      [265, '4'],
      [395, '5'],
      [525, '1234567890123456'],
    ]);
    expect(read.ok && read.report.facts['t2.normativeDocuments.inForce']).toEqual({ unreadable: '12345678901234…' });
    expect(read.ok && read.findings.map(({ rule, cells }) => [rule, cells])).toContainEqual([
      'READ-CELL-UNREADABLE',
      ['t2.normativeDocuments.inForce'],
    ]);
  });
});
