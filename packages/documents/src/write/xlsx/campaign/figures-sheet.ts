import type { Cell, CellKey, Format, Report, TableId } from '@nianbao/core';
import { arithmeticTable, cellLabel, scaleFigure, unscaleFigure } from '@nianbao/core';
import { figureCell } from '../report/figure-cell.ts';
import { brokenFormula, sideFormulas } from '../report/rule-formulas.ts';
import type { CellArea } from '../workbook/cell-place.ts';
import { areaName, areasOf, columnName } from '../workbook/cell-place.ts';
import type { ConditionalFormat, SheetCell } from '../workbook/sheet.ts';
import { emptyCell, numberCell, textCell } from '../workbook/sheet.ts';
import type { LookName } from '../workbook/styles.ts';
import type { SheetWriter, WorkbookWriter } from '../workbook/workbook-writer.ts';
import { wideHeads } from './wide-heads.ts';

/** What stands before the figures of each agency. */
const leading = [
  { head: '序号', width: 7 },
  { head: '行政机关', width: 30 },
  { head: '年度', width: 8 },
] as const;

const firstFigure = leading.length + 1;

/** Which figures a sheet has, and how their heads are drawn: keys with names, or the official groups. */
export interface FiguresSheetAbout {
  readonly format: Format;
  readonly table: TableId | null;
  readonly name: string;
  readonly position: number;
}

/** What stands at the foot of a column: formulas over all rows, and what they come to. */
interface Foot {
  readonly label: string;
  readonly formula: (column: string) => string;
  readonly result: (sum: ColumnSum, cell: Cell) => number;
  readonly look: (cell: Cell) => LookName;
}

interface ColumnSum {
  /** In the scaled form of the figures, so that it is exact. */
  sum: bigint;
  numbers: number;
}

const sumResult = ({ sum }: ColumnSum, { kind }: Cell): number => unscaleFigure(kind, Number(sum));
const sumLook = ({ kind }: Cell): LookName => (kind === 'money' ? 'footMoney' : 'footCount');

const feet: readonly Foot[] = [
  { label: '合计', formula: (column) => `SUM(${column})`, result: sumResult, look: sumLook },
  { label: '合计（筛选出的）', formula: (column) => `SUBTOTAL(109,${column})`, result: sumResult, look: sumLook },
  {
    label: '填数的报告数',
    formula: (column) => `COUNT(${column})`,
    result: ({ numbers }) => numbers,
    look: () => 'footCount',
  },
];

/** A sheet with one row an agency and one column a cell, with sums at the foot. */
export class FiguresSheet {
  readonly #sheet: SheetWriter;
  readonly #format: Format;
  readonly #cells: readonly Cell[];
  readonly #sums: readonly ColumnSum[];
  readonly #headRows: number;
  readonly #merges: CellArea[] = [];

  constructor(book: WorkbookWriter, about: FiguresSheetAbout) {
    const { format, table, name, position } = about;
    this.#format = format;
    this.#cells = format.cells.filter((cell) => table === null || cell.table === table);
    this.#sums = this.#cells.map(() => ({ sum: 0n, numbers: 0 }));
    this.#headRows = table === null ? 2 : wideHeads(this.#cells, firstFigure).depth;
    this.#sheet = book.sheet({
      name,
      position,
      shown: 'visible',
      widths: [...leading.map(({ width }) => width), ...this.#cells.map(() => (table === null ? 16 : 11))],
      frozen: { rows: this.#headRows, columns: 2 },
      gridLines: true,
      landscape: true,
      fitWidth: false,
      titleRows: this.#headRows,
    });
    if (table === null) this.#keyedHeads();
    else this.#groupedHeads();
  }

  /** Two rows: the keys for programs, the official names for people. */
  #keyedHeads(): void {
    const keys = this.#cells.map(({ key }, at) => textCell(firstFigure + at, 'columnHead', key));
    const names = this.#cells.map((cell, at) => textCell(firstFigure + at, 'columnHead', cellLabel(cell)));
    const identity = ['number', 'agency', 'year'].map((key, at) => textCell(at + 1, 'columnHead', key));
    this.#sheet.row({ height: 48, cells: [...identity, ...keys] });
    const heads = leading.map(({ head }, at) => textCell(at + 1, 'columnHead', head));
    this.#sheet.row({ height: 110, cells: [...heads, ...names] });
  }

  #groupedHeads(): void {
    const { depth, heads } = wideHeads(this.#cells, firstFigure);
    const all = [
      ...leading.map(({ head }, at) => ({
        text: head,
        area: { from: { row: 1, column: at + 1 }, to: { row: depth, column: at + 1 } },
      })),
      ...heads,
    ];
    const columns = leading.length + this.#cells.length;
    for (let row = 1; row <= depth; row += 1) {
      const texts = new Map(all.flatMap(({ text, area }) => (area.from.row === row ? [[area.from.column, text]] : [])));
      const cells = Array.from({ length: columns }, (_, at) => textCell(at + 1, 'columnHead', texts.get(at + 1) ?? ''));
      this.#sheet.row({ height: 44, cells });
    }
    for (const { area } of all) {
      if (area.from.row < area.to.row || area.from.column < area.to.column) this.#merges.push(area);
    }
  }

  /** Writes the figures of one report; of its own format, as the sheet is. */
  add(number: number, report: Report): void {
    const figures = this.#cells.map((cell, at): SheetCell => {
      const value = report.facts[cell.key];
      const sum = this.#sums[at];
      const scaled = typeof value === 'number' ? scaleFigure(cell.kind, value) : null;
      if (sum !== undefined && scaled !== null) {
        sum.sum += BigInt(scaled);
        sum.numbers += 1;
      }
      return { column: firstFigure + at, ...figureCell(cell, value, 'plain') };
    });
    const year = report.year === null ? emptyCell(3, 'plainNumber') : numberCell(3, 'plainNumber', report.year);
    const identity = [numberCell(1, 'plainNumber', number), textCell(2, 'plainText', report.agency ?? ''), year];
    this.#sheet.row({ height: null, cells: [...identity, ...figures] });
  }

  end(): void {
    const last = this.#sheet.rowCount;
    const first = this.#headRows + 1;
    const columns = leading.length + this.#cells.length;
    const filter = { from: { row: this.#headRows, column: 1 }, to: { row: last, column: columns } };
    if (last < first) {
      this.#sheet.end({ merges: this.#merges });
      return;
    }
    for (const foot of feet) this.#sheet.row({ height: 20, cells: this.#footCells(foot, first, last) });
    this.#sheet.end({ filter, merges: this.#merges, formats: this.#formats(first, last) });
  }

  #footCells({ label, formula, result, look }: Foot, first: number, last: number): readonly SheetCell[] {
    const sums = this.#cells.map((cell, at): SheetCell => {
      const column = columnName(firstFigure + at);
      const content = {
        kind: 'formula' as const,
        formula: formula(`${column}${first}:${column}${last}`),
        result: result(this.#sums[at] ?? { sum: 0n, numbers: 0 }, cell),
      };
      return { column: firstFigure + at, look: look(cell), content };
    });
    return [emptyCell(1, 'footLabel'), textCell(2, 'footLabel', label), emptyCell(3, 'footLabel'), ...sums];
  }

  /** The rules of arithmetic on every row, each marked on the side that it asks about. */
  #formats(first: number, last: number): readonly ConditionalFormat[] {
    const columnOf = new Map(this.#cells.map(({ key }, at) => [key, firstFigure + at]));
    const areas = (keys: readonly CellKey[]) =>
      areasOf(keys.flatMap((key) => (columnOf.has(key) ? [{ row: first, column: columnOf.get(key) ?? 0 }] : [])));
    const rangesOf = (keys: readonly CellKey[]) => areas(keys).map((area) => areaName(area, 'columnFixed'));
    const down = ({ from, to }: CellArea): CellArea => ({ from, to: { row: last, column: to.column } });
    return arithmeticTable(this.#format)
      .relations.filter(({ cells }) => cells.every((key) => columnOf.has(key)))
      .toSorted((a, b) => Number(a.rule.severity !== 'error') - Number(b.rule.severity !== 'error'))
      .map(({ rule, relation }) => ({
        areas: areas(relation.left).map(down),
        formula: brokenFormula(relation.comparison, sideFormulas(this.#format, relation, rangesOf)),
        mark: rule.severity === 'error' ? 'errorBroken' : 'warningBroken',
      }));
  }
}
