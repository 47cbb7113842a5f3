import type { Report } from '@nianbao/core';
import {
  cellLabel,
  checkArithmetic,
  checkReport,
  emptyReport,
  formats,
  rowFromFacts,
  scaleFigure,
  unscaleFigure,
} from '@nianbao/core';
import { exampleReport, writtenReports } from '@nianbao/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CarriedReport } from '../../carried/carried-report.ts';
import { carry } from '../../carried/carried-report.ts';
import { FormulaEngine, placeOf } from '../../testing/formula-engine.ts';
import type { OpenedSheet } from '../../testing/opened-workbook.ts';
import { openWorkbook, sheetOf } from '../../testing/opened-workbook.ts';
import { RollingSheet } from './campaign/rolling-sheet.ts';
import { numberCell, textCell } from './workbook/sheet.ts';
import { WorkbookWriter } from './workbook/workbook-writer.ts';
import { writeCampaignWorkbook } from './write-campaign.ts';

const numRuns = process.env.NIANBAO_SOAK === undefined ? 3 : 300;
const title = '云溪县2024年度政府信息公开工作年度报告汇总';

const open = async (reports: readonly Report[], withText = true) =>
  openWorkbook(
    await writeCampaignWorkbook(
      reports.map((report) => carry(report, null)),
      { title, withText },
    ),
  );

/** A sheet as rows of values, by the number of the column. */
function rowsOf({ cells }: OpenedSheet): readonly (readonly (string | number | null)[])[] {
  const rows: (string | number | null)[][] = [];
  for (const [reference, { value }] of cells) {
    const { row, column } = placeOf(reference);
    rows[row - 1] = rows[row - 1] ?? [];
    const values = rows[row - 1];
    if (values !== undefined) values[column - 1] = value;
  }
  return rows;
}

const shown = (report: Report, key: string): string | number | null => {
  const value = report.facts[key] ?? null;
  return typeof value === 'object' && value !== null ? value.unreadable : value;
};

describe.each(formats)('a workbook of a campaign in the format of $id', (format) => {
  const reportsOf = fc.array(writtenReports(format), { minLength: 1, maxLength: 4 });

  it('has every figure of every agency under its key, and sums that hold', async () => {
    await fc.assert(
      fc.asyncProperty(reportsOf, async (reports) => {
        const book = await open(reports);
        const [keys = [], names = [], ...rows] = rowsOf(sheetOf(book, '汇总表'));
        expect(keys.slice(3)).toEqual(format.cells.map(({ key }) => key));
        expect(names.slice(3)).toEqual(format.cells.map(cellLabel));
        reports.forEach((report, at) => {
          expect(rows[at]).toEqual([
            at + 1,
            report.agency,
            report.year,
            ...format.cells.map(({ key }) => shown(report, key)),
          ]);
        });
        const [sums = [], , counts = []] = rows.slice(reports.length);
        format.cells.forEach((cell, at) => {
          const values = reports.map(({ facts }) => facts[cell.key]).filter((value) => typeof value === 'number');
          const sum = values.reduce((all, value) => all + BigInt(scaleFigure(cell.kind, value) ?? 0), 0n);
          expect([cell.key, sums[at + 3], counts[at + 3]]).toEqual([
            cell.key,
            unscaleFigure(cell.kind, Number(sum)),
            values.length,
          ]);
        });
      }),
      { numRuns },
    );
  });

  it('draws the tables in the official order, with sums that compute to what they say', async () => {
    await fc.assert(
      fc.asyncProperty(reportsOf, async (reports) => {
        const book = await open(reports, false);
        const engine = new FormulaEngine(book);
        for (const table of format.tables) {
          const sheet = sheetOf(book, { t2: '表二', t3: '表三', t4: '表四' }[table.id]);
          const cells = format.cells.filter((cell) => cell.table === table.id);
          const depth = Math.max(...cells.map(({ labels }) => labels.length));
          const rows = rowsOf(sheet);
          expect(rows[depth - 1]?.slice(3)).toEqual(cells.map(({ labels }) => labels.at(-1)));
          reports.forEach((report, at) => {
            expect(rows[depth + at]?.slice(3)).toEqual(cells.map(({ key }) => shown(report, key)));
          });
          for (const [reference, { formula, value }] of sheet.cells) {
            if (formula === null || typeof value !== 'number') continue;
            const computed = engine.value(sheet.name, reference);
            expect(Math.abs(Number(computed) - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-12);
          }
        }
      }),
      { numRuns },
    );
  });

  it('marks what breaks a rule, in the row of the agency', async () => {
    const right = exampleReport({ year: format.reportYears.from });
    const wrong = { ...right, facts: { ...right.facts, 't3.received.naturalPerson': 5, 't4.review.total': 2 } };
    const reports = [right, wrong, { ...right, facts: { ...right.facts, 't3.received.total': null } }];
    const book = await open(reports, false);
    const engine = new FormulaEngine(book);
    const marked = ['表二', '表三', '表四'].flatMap((name) => {
      const depth = name === '表三' ? 4 : 3;
      return [...engine.marks(sheetOf(book, name)).keys()].map((reference) => placeOf(reference).row - depth);
    });
    expect(new Set(marked)).toEqual(new Set([2]));
    const left = checkArithmetic(rowFromFacts(format, wrong.facts)).map(({ rule }) => rule);
    expect(left).toContain('T4-TOTAL');
    expect(marked.length).toBeGreaterThanOrEqual(left.length);
  });
});

describe('a workbook of a campaign', () => {
  const right = exampleReport();
  const wrong = exampleReport({ agency: '青岚镇人民政府', facts: { 't3.received.naturalPerson': 5 } });

  it('lists who reported and what was found', async () => {
    const mark = { agencyId: 'yunxi-qinglan', version: 3, publishedAt: null, address: null };
    const carried = [carry(right, null), carry(wrong, mark)];
    const book = openWorkbook(await writeCampaignWorkbook(carried, { title, withText: false }));
    const findings = [
      ...checkReport(right, { stage: 'draft' }).findings,
      ...checkReport(wrong, { stage: 'publication' }).findings,
    ];
    const [, ...listed] = rowsOf(sheetOf(book, '问题'));
    expect(listed.map((row) => row[4])).toEqual(findings.map(({ rule }) => rule));
    const balance = listed.find((row) => row[4] === 'T3-ROW-TOTAL');
    expect(balance?.slice(1, 4)).toEqual(['青岚镇人民政府', 2024, '错误']);
    expect(balance?.slice(7, 10)).toEqual([0, 5, -5]);
    const [, first, second] = rowsOf(sheetOf(book, '名单'));
    expect([first?.[1], first?.[13]]).toEqual([right.agency, carried[0]?.digest]);
    expect([second?.[1], second?.[7], second?.[12]]).toEqual([wrong.agency, 3, 'yunxi-qinglan']);
  });

  it('takes findings that are known already, and reports as they come', async () => {
    async function* arriving(): AsyncGenerator<CarriedReport> {
      yield carry(right, null);
      yield carry(wrong, null);
    }
    const book = openWorkbook(
      await writeCampaignWorkbook(arriving(), { title, withText: false, findingsOf: () => [] }),
    );
    expect(rowsOf(sheetOf(book, '问题'))).toHaveLength(1);
    expect(rowsOf(sheetOf(book, '名单'))).toHaveLength(3);
  });

  it('keeps formats apart, and reports without tables in the list', async () => {
    const [first] = formats;
    if (first === undefined) throw new Error('no format');
    const old = { ...emptyReport('云溪县民政局', 2015, first), format: null };
    const book = await open([right, exampleReport({ year: 2020 }), old], false);
    expect(book.sheets.map(({ name }) => name)).toEqual([
      '说明',
      '名单',
      '汇总表',
      '表二',
      '表三',
      '表四',
      '汇总表（2019年格式）',
      '表二（2019年格式）',
      '表三（2019年格式）',
      '表四（2019年格式）',
      '问题',
    ]);
    expect(rowsOf(sheetOf(book, '名单'))).toHaveLength(4);
  });

  it('is a sound file without any report, and has the same bytes each time', async () => {
    expect((await open([])).sheets.map(({ name }) => name)).toEqual(['说明', '名单', '问题', '正文']);
    const write = () => writeCampaignWorkbook([carry(wrong, null)], { title, withText: true });
    expect(await write()).toEqual(await write());
  });

  it('goes on in the next sheet where a list is longer than a sheet holds', () => {
    const book = new WorkbookWriter();
    const layout = {
      name: '问题',
      position: 0,
      shown: 'visible' as const,
      widths: [],
      frozen: { rows: 1, columns: 0 },
      gridLines: true,
      landscape: false,
      fitWidth: true,
      titleRows: 1,
    };
    const head = { height: null, cells: [textCell(1, 'columnHead', '序号')] };
    const list = new RollingSheet(book, { layout, head, most: 3 });
    for (let number = 1; number <= 5; number += 1) {
      list.row({ height: null, cells: [numberCell(1, 'plainNumber', number)] });
    }
    list.end();
    const { sheets } = openWorkbook(book.finish({ title, creator: '', subject: '' }));
    expect(sheets.map((sheet) => [sheet.name, rowsOf(sheet).flat()])).toEqual([
      ['问题', ['序号', 1, 2]],
      ['问题 2', ['序号', 3, 4]],
      ['问题 3', ['序号', 5]],
    ]);
  });
});
