import type { Cell, Facts, Format, Report } from '@nianbao/core';
import {
  blockText,
  checkArithmetic,
  emptyReport,
  formatOf,
  formats,
  rowFromFacts,
  sectionHeading,
} from '@nianbao/core';
import { cellValues, consistentReports, exampleReport, writtenReports } from '@nianbao/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CarriedReport } from '../../carried/carried-report.ts';
import { carriedText, carry, findInside } from '../../carried/carried-report.ts';
import { cellsOfArea, FormulaEngine, placeOf } from '../../testing/formula-engine.ts';
import type { OpenedSheet, OpenedWorkbook } from '../../testing/opened-workbook.ts';
import { openWorkbook, sheetOf } from '../../testing/opened-workbook.ts';
import { editions } from '../editions.ts';
import { writeXlsx } from './write-xlsx.ts';

const numRuns = process.env.NIANBAO_SOAK === undefined ? 4 : 1000;

const mark = {
  agencyId: 'yunxi-linye',
  version: 2,
  publishedAt: '2025-01-20T09:00:00+08:00',
  address: 'https://www.example.gov.cn/reports/1',
};

const open = async (carried: CarriedReport): Promise<OpenedWorkbook> => openWorkbook(await writeXlsx(carried));

/** The texts of a sheet by row and column, those of merged cells in all places that they cover. */
function textsOf(sheet: OpenedSheet): ReadonlyMap<string, string> {
  const texts = new Map([...sheet.cells].map(([reference, { value }]) => [reference, String(value ?? '')]));
  for (const merge of sheet.merges) {
    const [first = '', ...others] = cellsOfArea(merge);
    for (const other of others) texts.set(other, texts.get(first) ?? '');
  }
  return texts;
}

const letter = (column: number): string => String.fromCharCode(64 + column);

/** Where a person would look for a figure: in the row of its label, under the head of its column. */
function finder(book: OpenedWorkbook): (cell: Cell) => string {
  const tables = { t2: '表二', t3: '表三', t4: '表四' } as const;
  const texts = new Map(Object.values(tables).map((name) => [name, textsOf(sheetOf(book, name))]));
  return (cell) => {
    const at = texts.get(tables[cell.table]);
    const text = (row: number, column: number) => at?.get(`${letter(column)}${row}`);
    const columns = Array.from({ length: 15 }, (_, index) => index + 1);
    const [head = '', label = ''] = cell.labels.toReversed();
    if (cell.table === 't4') {
      const found = columns.find((column) => {
        const heads = [3, 4, 5].map((row) => text(row, column));
        return cell.labels.every((one) => heads.includes(one));
      });
      return `${letter(found ?? 0)}6`;
    }
    const labelColumns = cell.table === 't2' ? 1 : 3;
    for (let row = 3; row < 60; row += 1) {
      if (text(row, labelColumns) !== label) continue;
      for (let above = row - 1; above > 2; above -= 1) {
        const column = columns.find((one) => one > labelColumns && text(above, one) === head);
        if (column !== undefined) return `${letter(column)}${row}`;
      }
    }
    throw new Error(`no place of ${cell.key}`);
  };
}

const sheetOfCell = (book: OpenedWorkbook, cell: Cell) =>
  sheetOf(book, { t2: '表二', t3: '表三', t4: '表四' }[cell.table]);

const shownValue = (facts: Facts, cell: Cell): number | string | null => {
  const value = facts[cell.key] ?? null;
  return typeof value === 'object' && value !== null ? value.unreadable : value;
};

/** Facts as the plain sheet gives them. */
function plainFacts(book: OpenedWorkbook): Facts {
  const { cells } = sheetOf(book, '数据');
  const facts: Record<string, Facts[string]> = {};
  for (let row = 2; cells.has(`A${row}`); row += 1) {
    const value = cells.get(`G${row}`)?.value ?? null;
    const text = String(cells.get(`H${row}`)?.value ?? '');
    const states: Readonly<Record<string, Facts[string]>> = {
      number: typeof value === 'number' ? value : { unreadable: `not a number: ${value}` },
      blank: null,
      notApplicable: '/',
      unreadable: { unreadable: text },
    };
    facts[String(cells.get(`A${row}`)?.value)] = states[String(cells.get(`F${row}`)?.value)] ?? null;
  }
  return facts;
}

const allFacts = (format: Format, facts: Facts): Facts =>
  Object.fromEntries(format.cells.map(({ key }) => [key, facts[key] ?? null]));

/** The arithmetic that the sheet of rules calls broken, as rule and place. */
function brokenInSheet(book: OpenedWorkbook, engine: FormulaEngine): readonly string[] {
  const { cells } = sheetOf(book, '核对');
  const broken: string[] = [];
  for (let row = 4; cells.has(`B${row}`); row += 1) {
    const rule = String(cells.get(`B${row}`)?.value);
    if (['CELL-BLANK', 'CELL-NOT-A-COUNT', 'T2-FEES-DECIMAL'].includes(rule)) continue;
    if (engine.value('核对', `N${row}`) === '不符') broken.push(`${rule} ${cells.get(`D${row}`)?.value}`);
  }
  return broken.toSorted();
}

const brokenInCore = (format: Format, facts: Facts): readonly string[] =>
  checkArithmetic(rowFromFacts(format, facts))
    .map(({ rule, values: { left, right, gap, ...values } }) => `${rule} ${Object.values(values).join(' · ')}`)
    .toSorted();

/** Programs compute with 15 digits; no office ever counted that far. */
const countable = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [
      key,
      typeof value === 'number' && Math.abs(value) > 1e9 ? value % 1000 : value,
    ]),
  );

const mutated = (format: Format): fc.Arbitrary<Report> => {
  const change = fc
    .constantFrom(...format.cells)
    .chain((cell) => cellValues(cell).map((value) => [cell.key, value] as const));
  return fc
    .tuple(consistentReports(format), fc.array(change, { minLength: 1, maxLength: 6 }))
    .map(([report, changes]) => ({
      ...report,
      facts: countable({ ...report.facts, ...Object.fromEntries(changes) }),
    }));
};

/** The order in which Excel wants the parts of a sheet (ECMA-376 part 1, 18.3.1.99). */
const orderOfParts = [
  'sheetPr',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'autoFilter',
  'mergeCells',
  'conditionalFormatting',
  'dataValidations',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'ignoredErrors',
  'legacyDrawing',
  'tableParts',
];

describe.each(formats)('a workbook of a report in the format of $id', (format) => {
  it('is a sound package of well-formed parts in the order that Excel wants', async () => {
    await fc.assert(
      fc.asyncProperty(writtenReports(format), async (report) => {
        const book = await open(carry(report, mark));
        const types = book.parts.get('[Content_Types].xml');
        const known = types?.children.map(({ attributes }) => attributes.PartName ?? `.${attributes.Extension}`) ?? [];
        for (const path of book.parts.keys()) {
          expect(known.includes(`/${path}`) || known.some((extension) => path.endsWith(extension))).toBe(true);
        }
        for (const [path, relations] of book.parts) {
          if (!path.endsWith('.rels')) continue;
          const folder = path.replace(/_rels\/[^/]+$/, '');
          for (const { attributes } of relations.children) {
            const target = new URL(attributes.Target ?? '', `file:///${folder}`).pathname.slice(1);
            expect(book.parts.has(target)).toBe(true);
          }
        }
        expect(book.sheets.map(({ name }) => name)).toEqual([
          '报告',
          '表二',
          '表三',
          '表四',
          '核对',
          '正文',
          '数据',
          'nianbao',
        ]);
        for (const { root, merges } of book.sheets) {
          const merged = merges.flatMap(cellsOfArea);
          expect(new Set(merged).size).toBe(merged.length);
          const parts = root.children.map(({ name }) => orderOfParts.indexOf(name));
          expect(parts).not.toContain(-1);
          expect(parts).toEqual(parts.toSorted((a, b) => a - b));
        }
      }),
      { numRuns },
    );
  });

  it('shows every figure typed as it is, in its place of the official table and in the plain sheet', async () => {
    await fc.assert(
      fc.asyncProperty(writtenReports(format), async (report) => {
        const book = await open(carry(report, null));
        const find = finder(book);
        for (const cell of format.cells) {
          const shown = sheetOfCell(book, cell).cells.get(find(cell));
          expect([cell.key, shown?.value]).toEqual([cell.key, shownValue(report.facts, cell)]);
        }
        expect(plainFacts(book)).toEqual(allFacts(format, report.facts));
      }),
      { numRuns },
    );
  });

  it('computes anew to what it says', async () => {
    await fc.assert(
      fc.asyncProperty(mutated(format), async (report) => {
        const book = await open(carry(report, null));
        const engine = new FormulaEngine(book);
        let formulas = 0;
        for (const sheet of book.sheets) {
          for (const [reference, cell] of sheet.cells) {
            if (cell.formula === null) continue;
            formulas += 1;
            const computed = engine.value(sheet.name, reference);
            expect([sheet.name, reference, cell.formula, computed]).toEqual([
              sheet.name,
              reference,
              cell.formula,
              cell.value,
            ]);
          }
        }
        expect(formulas).toBeGreaterThan(200);
      }),
      { numRuns },
    );
  });

  it('turns red where the rules find errors, and nowhere else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutated(format), consistentReports(format)), async (report) => {
        const facts = countable(report.facts);
        const book = await open(carry({ ...report, facts }, null));
        const engine = new FormulaEngine(book);
        expect(brokenInSheet(book, engine)).toEqual(brokenInCore(format, facts));
        const find = finder(book);
        const findings = checkArithmetic(rowFromFacts(format, facts));
        const read = new Set(findings.flatMap(({ cells }) => cells));
        const marksOf = new Map(['表二', '表三', '表四'].map((name) => [name, engine.marks(sheetOf(book, name))]));
        for (const cell of format.cells) {
          const value = facts[cell.key] ?? null;
          const isText = typeof value === 'object' && value !== null;
          const marks = marksOf.get(sheetOfCell(book, cell).name)?.get(find(cell)) ?? [];
          const absent = value === null || value === '/';
          expect([cell.key, marks.some((one) => one < 4)]).toEqual([cell.key, read.has(cell.key) || isText]);
          expect([cell.key, marks.includes(4)]).toEqual([cell.key, absent]);
        }
      }),
      { numRuns },
    );
  });

  it('checks what somebody types into it', async () => {
    const change = fc
      .constantFrom(...format.cells)
      .chain((cell) => fc.constantFrom(0, 3, 999, '/', null).map((value) => ({ cell, value })));
    await fc.assert(
      fc.asyncProperty(consistentReports(format), fc.array(change, { maxLength: 5 }), async (report, changes) => {
        const book = await open(carry({ ...report, facts: countable(report.facts) }, null));
        const engine = new FormulaEngine(book);
        const find = finder(book);
        for (const { cell, value } of changes) engine.type(sheetOfCell(book, cell), find(cell), value);
        const now = Object.fromEntries(
          format.cells.map((cell) => {
            const value = engine.value(sheetOfCell(book, cell).name, find(cell));
            return [cell.key, typeof value === 'number' ? value : value === '/' ? ('/' as const) : null] as const;
          }),
        );
        expect(brokenInSheet(book, engine)).toEqual(brokenInCore(format, now));
      }),
      { numRuns },
    );
  });

  it('carries the report inside twice', async () => {
    await fc.assert(
      fc.asyncProperty(writtenReports(format), async (report) => {
        const carried = carry(report, mark);
        const book = await open(carried);
        const part = book.parts.get('customXml/item1.xml');
        expect([part?.name, part?.attributes.xmlns, part?.text]).toEqual([
          'report',
          'urn:nianbao:report:1',
          carriedText(carried, editions.xlsx),
        ]);
        const hidden = sheetOf(book, 'nianbao');
        expect(hidden.state).toBe('veryHidden');
        const text = [...hidden.cells.values()].map(({ value }) => value).join('');
        expect(findInside(text)).toEqual({ kind: 'sound', carried, edition: editions.xlsx });
      }),
      { numRuns },
    );
  });

  it('shows all of the text, block by block', async () => {
    await fc.assert(
      fc.asyncProperty(writtenReports(format), async (report) => {
        const { cells } = sheetOf(await open(carry(report, null)), '正文');
        const shown = new Map<string, string[]>();
        for (const [reference, { value }] of cells) {
          const { row, column } = placeOf(reference);
          if (row < 3 || column < 4 || value === null) continue;
          const block = `${cells.get(`A${row}`)?.value}.${cells.get(`B${row}`)?.value}`;
          shown.set(block, [...(shown.get(block) ?? []), String(value)]);
        }
        const texts = [report.preface, ...report.sections.map(({ blocks }) => blocks)].flatMap((blocks, section) =>
          blocks.map((block, at) => [`${section}.${at + 1}`, blockText(block)] as const),
        );
        for (const [block, text] of texts) {
          expect(shown.get(block)?.join('\n')).toContain(text.replaceAll('\t', '\n'));
        }
        report.sections.forEach((section, at) => {
          expect(shown.get(`${at + 1}.0`)).toEqual([sectionHeading(section)]);
        });
      }),
      { numRuns },
    );
  });
});

describe('a workbook', () => {
  const right = exampleReport({ facts: { 't3.received.naturalPerson': 4, 't3.received.total': 4 } });

  it('has the same bytes whenever the same report is written', async () => {
    const carried = carry(right, mark);
    expect(await writeXlsx(carried)).toEqual(await writeXlsx(structuredClone(carried)));
  });

  it('keeps a total that is wrong or missing and says what its parts add up to', async () => {
    const report = exampleReport({
      facts: {
        't3.received.naturalPerson': 4,
        't3.received.enterprise': 3,
        't3.received.total': 9,
        't3.carriedIn.naturalPerson': 2,
        't3.carriedIn.total': null,
        't4.review.upheld': 1,
        't4.review.total': 1,
      },
    });
    const book = await open(carry(report, null));
    const applications = sheetOf(book, '表三');
    expect(applications.cells.get('J6')).toEqual({ formula: null, value: 9 });
    expect(applications.notes.get('J6')).toContain('各项之和为7，报告原为9，相差2');
    expect(applications.cells.get('J7')).toEqual({ formula: null, value: null });
    expect(applications.notes.get('J7')).toContain('各项之和为2，报告原为空白');
    expect(sheetOf(book, '表四').cells.get('E6')).toEqual({ formula: 'SUM(A6:D6)', value: 1 });
  });

  it('takes no text for a formula, and loses no character', async () => {
    const texts = [
      '=1+1',
      '+86',
      '-1',
      '@SUM(A1)',
      "'x",
      '=cmd|" /C calc"!A0',
      '_x0041_',
      'a\u0001b\ufffec',
      ' x ',
      '\r\n𠮷',
    ];
    const report: Report = {
      ...right,
      title: '=HYPERLINK("http://www.example.com")',
      preface: texts.map((text) => ({ kind: 'paragraph', text })),
      facts: { ...right.facts, 't3.granted.total': { unreadable: '=2+3' } },
    };
    const carried = carry(report, null);
    const book = await open(carried);
    const text = sheetOf(book, '正文');
    expect(text.cells.get('A1')).toEqual({ formula: null, value: report.title });
    expect(texts.map((_, at) => text.cells.get(`D${at + 3}`))).toEqual(
      texts.map((value) => ({ formula: null, value })),
    );
    expect(sheetOf(book, '表三').cells.get('J8')).toEqual({ formula: null, value: '=2+3' });
    expect(findInside(book.parts.get('customXml/item1.xml')?.text ?? '')).toEqual({
      kind: 'sound',
      carried,
      edition: editions.xlsx,
    });
  });

  it('divides texts that no cell can hold', async () => {
    const long = '𠮷公开'.repeat(25_000);
    const report: Report = { ...right, preface: [{ kind: 'paragraph', text: long }] };
    const carried = carry(report, null);
    const book = await open(carried);
    const { cells } = sheetOf(book, '正文');
    const parts = ['D3', 'D4', 'D5', 'D6'].map((reference) => String(cells.get(reference)?.value));
    expect(parts.join('')).toBe(long);
    const hidden = [...sheetOf(book, 'nianbao').cells.values()].map(({ value }) => String(value));
    expect(Math.max(...[...parts, ...hidden].map(({ length }) => length))).toBeLessThanOrEqual(32_000);
    expect(findInside(hidden.join(''))).toEqual({ kind: 'sound', carried, edition: editions.xlsx });
  });

  it('of a report from before the official tables has its text and no tables', async () => {
    const [format] = formats;
    if (format === undefined) throw new Error('no format');
    const report = { ...emptyReport('云溪县林业局', 2015, format), format: null };
    expect(formatOf(report)).toBeNull();
    const book = await open(carry(report, null));
    expect(book.sheets.map(({ name }) => name)).toEqual(['报告', '正文', 'nianbao']);
  });

  it('lets nobody type what is no count', async () => {
    const book = await open(carry(right, null));
    const engine = new FormulaEngine(book);
    const sheet = sheetOf(book, '表三');
    const rule = sheet.validations.find(({ area }) => cellsOfArea(area).includes('D6'));
    const allowed = (value: number | string) => {
      engine.type(sheet, 'D6', value);
      return engine.compute(rule?.formula ?? '', { sheet: sheet.name, move: { row: 0, column: 0 } });
    };
    expect([0, 12, '/'].map(allowed)).toEqual([true, true, true]);
    expect([-1, 1.5, '十件', '-'].map(allowed)).toEqual([false, false, false, false]);
  });
});
