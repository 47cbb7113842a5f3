import type { Cell, Facts, Format } from '@nianbao/core';
import { cellLabel, figureOf, labelIn } from '@nianbao/core';
import { stateNames } from '../../state-names.ts';
import type { SheetCell, SheetLayout } from '../workbook/sheet.ts';
import { textCell } from '../workbook/sheet.ts';
import type { SheetWriter } from '../workbook/workbook-writer.ts';
import { figureCell } from './figure-cell.ts';
import { sheetNames } from './sheet-names.ts';

/** The columns of the plain sheet, with what they hold. One row a cell, in the order of the official tables. */
export const dataColumns = [
  { name: 'cell', width: 44, meaning: '单元格的键，在各种文件和接口中相同' },
  { name: 'table', width: 8, meaning: '所在的表（t2 表二，t3 表三，t4 表四）' },
  { name: 'labels_zh', width: 56, meaning: '官方表样中的名称，由外到内' },
  { name: 'labels_en', width: 56, meaning: '名称的英文参考译法' },
  { name: 'unit', width: 8, meaning: '单位；表样没有注明的为空' },
  { name: 'state', width: 15, meaning: 'number 有数，blank 空白，notApplicable 填的是“/”，unreadable 未能识别' },
  { name: 'value', width: 14, meaning: '数值；没有数的为空' },
  { name: 'text', width: 24, meaning: '未能识别的原文' },
] as const;

export type DataColumn = (typeof dataColumns)[number]['name'];

export const dataLayout: SheetLayout = {
  name: sheetNames.data,
  position: 6,
  shown: 'visible',
  widths: dataColumns.map(({ width }) => width),
  frozen: { rows: 1, columns: 1 },
  gridLines: true,
  landscape: true,
  fitWidth: true,
  titleRows: 1,
};

function dataCells(cell: Cell, facts: Facts): readonly SheetCell[] {
  const value = facts[cell.key];
  const { state } = figureOf(cell.kind, value);
  const texts: Readonly<Record<DataColumn, string>> = {
    cell: cell.key,
    table: cell.table,
    labels_zh: cellLabel(cell),
    labels_en: cell.labels.map((label) => labelIn(label, 'en')).join(' · '),
    unit: cell.unit ?? '',
    state: stateNames[state],
    value: '',
    text: typeof value === 'object' && value !== null ? value.unreadable : '',
  };
  return dataColumns.map(({ name }, at) =>
    name === 'value' && typeof value === 'number'
      ? { column: at + 1, ...figureCell(cell, value, 'plain') }
      : textCell(at + 1, name === 'value' ? 'plainCount' : 'plainText', texts[name]),
  );
}

/** Writes the figures plainly, one row a cell, without merged cells and formulas, for programs to read. */
export function writeDataSheet(sheet: SheetWriter, format: Format, facts: Facts): void {
  sheet.row({ height: null, cells: dataColumns.map(({ name }, at) => textCell(at + 1, 'strong', name)) });
  for (const cell of format.cells) sheet.row({ height: null, cells: dataCells(cell, facts) });
  const area = { from: { row: 1, column: 1 }, to: { row: 1 + format.cells.length, column: dataColumns.length } };
  sheet.end({
    table: { name: 'facts', area, columns: dataColumns.map(({ name }) => name) },
    numbersAsText: { ...area, from: { row: 2, column: 1 } },
  });
}
