import type { Facts, Format, StatutoryTable, TableId } from '@nianbao/core';
import type { CellArea, CellPlace } from '../workbook/cell-place.ts';
import { areaName, areasOf } from '../workbook/cell-place.ts';
import type { CellNote, SheetCell, SheetLayout } from '../workbook/sheet.ts';
import { emptyCell, textCell } from '../workbook/sheet.ts';
import type { LookName } from '../workbook/styles.ts';
import type { SheetWriter } from '../workbook/workbook-writer.ts';
import { figureCell, numberLook } from './figure-cell.ts';
import { heightOf, linesIn } from './row-height.ts';
import { countFormats, countValidations, placesOf, ruleFormats } from './rule-formats.ts';
import { sheetNames } from './sheet-names.ts';
import type { PlacedCell, PlacedTable } from './table-places.ts';
import { totalContent, totalsOf } from './totals.ts';

/** The title and the line below it. */
export const rowsAboveTable = 2;

interface TableFace {
  readonly widths: readonly number[];
  readonly landscape: boolean;
  /** The least height of a row in points. */
  readonly rowHeight: number;
  /** Rows and columns of the drawing that stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number };
}

const faces: Readonly<Record<TableId, TableFace>> = {
  t2: { widths: [34, 20, 20, 20], landscape: false, rowHeight: 27, frozen: { rows: 0, columns: 1 } },
  t3: {
    widths: [6, 13, 36, ...Array<number>(7).fill(9)],
    landscape: false,
    rowHeight: 25,
    frozen: { rows: 3, columns: 3 },
  },
  t4: { widths: Array<number>(15).fill(9), landscape: true, rowHeight: 32, frozen: { rows: 3, columns: 0 } },
};

export function tableLayout(table: StatutoryTable): SheetLayout {
  const { widths, landscape, frozen } = faces[table.id];
  return {
    name: sheetNames[table.id],
    position: table.section - 1,
    shown: 'visible',
    widths,
    frozen: { rows: rowsAboveTable + frozen.rows, columns: frozen.columns },
    gridLines: false,
    landscape,
    fitWidth: true,
    titleRows: rowsAboveTable + frozen.rows,
  };
}

/** What a sheet of a statutory table shows. */
export interface TableSheetContent {
  readonly format: Format;
  readonly placed: PlacedTable;
  readonly facts: Facts;
  /** The line under the title: whose report, of which year. */
  readonly whose: string;
  /** A formula that counts the rules which the table breaks, and what it comes to. */
  readonly broken: { readonly formula: string; readonly now: number };
}

const legend =
  '深红：与勾稽关系不符的数；浅红：与之相关的数；橙色：需要说明的数；浅黄：空白或者“/”。改动数字后颜色随之变化，逐条结果见“核对”表。';

const areaOf = ({ place, rowSpan, columnSpan }: PlacedCell): CellArea => ({
  from: place,
  to: { row: place.row + rowSpan - 1, column: place.column + columnSpan - 1 },
});

function lookOf({ cell, rowSpan }: PlacedCell): LookName {
  if (cell.kind === 'head') return 'head';
  if (cell.kind === 'figure') return numberLook(cell.cell, 'ruled');
  return rowSpan > 1 ? 'labelCentred' : 'label';
}

const isMerged = ({ rowSpan, columnSpan }: PlacedCell): boolean => rowSpan > 1 || columnSpan > 1;

class TableSheet {
  readonly content: TableSheetContent;
  readonly notes: CellNote[] = [];
  readonly merges: CellArea[] = [];

  constructor(content: TableSheetContent) {
    this.content = content;
  }

  /** The cells of one row of the drawing, with those that a merged cell covers, so that its lines are drawn all round. */
  row(row: number): readonly SheetCell[] {
    const cells: SheetCell[] = [];
    for (const placed of this.content.placed.rows.flat()) {
      const { from, to } = areaOf(placed);
      if (row < from.row || row > to.row) continue;
      const first = row === from.row ? this.#first(placed) : emptyCell(from.column, lookOf(placed));
      cells.push(first);
      for (let column = from.column + 1; column <= to.column; column += 1) cells.push(emptyCell(column, first.look));
      if (row === from.row && isMerged(placed)) this.merges.push({ from, to });
    }
    return cells.toSorted((a, b) => a.column - b.column);
  }

  #first(placed: PlacedCell): SheetCell {
    const { cell, place } = placed;
    if (cell.kind !== 'figure') return textCell(place.column, lookOf(placed), cell.text);
    const { format, facts, placed: table } = this.content;
    const value = facts[cell.cell.key];
    const typed: SheetCell = { column: place.column, ...figureCell(cell.cell, value, 'ruled') };
    if (typeof value === 'object' && value !== null) this.#note(place, '这里的文字未能识别为数字，按原样保留。');
    const parts = totalsOf(format).get(cell.cell.key);
    if (parts === undefined) return typed;
    const total = totalContent(facts, cell.cell.key, parts);
    if (total.kind === 'typed') {
      if (total.note !== null) this.#note(place, total.note);
      return typed;
    }
    const ranges = areasOf(placesOf(table.placeOf, parts)).map((area) => areaName(area));
    return { ...typed, content: { kind: 'formula', formula: `SUM(${ranges.join(',')})`, result: total.result } };
  }

  #note(place: CellPlace, text: string): void {
    const before = this.notes.findIndex((note) => note.place === place);
    const earlier = this.notes[before];
    if (earlier === undefined) this.notes.push({ place, text });
    else this.notes[before] = { place, text: `${earlier.text}\n${text}` };
  }
}

function rowHeight(cells: readonly PlacedCell[], { widths, rowHeight: least }: TableFace): number {
  const lines = cells.map((placed) => {
    if (placed.cell.kind === 'figure' || placed.rowSpan > 1) return 1;
    const { from, to } = areaOf(placed);
    const width = widths.slice(from.column - 1, to.column).reduce((sum, one) => sum + one, 0);
    return linesIn(placed.cell.text, width);
  });
  return Math.max(least, heightOf(Math.max(...lines)) + 4);
}

const across = (row: number, from: number, to: number): readonly CellArea[] =>
  from < to ? [{ from: { row, column: from }, to: { row, column: to } }] : [];

const sectionNumerals = ['', '一', '二', '三', '四'] as const;

/** Writes a statutory table as the notice draws it, with its sums as formulas and its rules as conditional formats. */
export function writeTableSheet(sheet: SheetWriter, content: TableSheetContent): void {
  const { format, placed, whose, broken } = content;
  const { table, columns } = placed.grid;
  const { widths } = faces[table.id];
  const drawing = new TableSheet(content);
  const unitColumns = columns > 6 ? 3 : 1;
  const unit = table.layout === 'bands' || table.unit === null ? '' : `单位：${table.unit}`;
  sheet.row({ height: 34, cells: [textCell(1, 'title', `${sectionNumerals[table.section]}、${table.title}`)] });
  sheet.row({
    height: 20,
    cells: [textCell(1, 'noteLine', whose), textCell(columns - unitColumns + 1, 'noteRight', unit)],
  });
  for (const cells of placed.rows) {
    sheet.row({ height: rowHeight(cells, faces[table.id]), cells: drawing.row(sheet.rowCount + 1) });
  }
  const verdict = sheet.row({
    height: 22,
    cells: [
      {
        column: 1,
        look: 'strong',
        content: {
          kind: 'formula',
          formula: `IF(${broken.formula}=0,"本表未发现不符。","本表有"&${broken.formula}&"处不符，见“${sheetNames.checks}”表。")`,
          result: broken.now === 0 ? '本表未发现不符。' : `本表有${broken.now}处不符，见“${sheetNames.checks}”表。`,
        },
      },
    ],
  });
  const width = widths.reduce((sum, one) => sum + one, 0);
  const below = sheet.row({ height: heightOf(linesIn(legend, width)), cells: [textCell(1, 'note', legend)] });
  const cells = format.cells.filter((cell) => cell.table === table.id);
  sheet.end({
    merges: [
      ...across(1, 1, columns),
      ...across(2, 1, columns - unitColumns),
      ...across(2, columns - unitColumns + 1, columns),
      ...drawing.merges,
      ...across(verdict, 1, columns),
      ...across(below, 1, columns),
    ],
    formats: [...ruleFormats(format, table.id, placed.placeOf), ...countFormats(cells, placed.placeOf)],
    validations: countValidations(cells, placed.placeOf),
    notes: drawing.notes,
  });
}
