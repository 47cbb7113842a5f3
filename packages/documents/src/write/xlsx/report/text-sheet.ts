import type { Report } from '@nianbao/core';
import type { CellArea } from '../workbook/cell-place.ts';
import type { SheetLayout, SheetRow } from '../workbook/sheet.ts';
import { emptyCell, numberCell, textCell } from '../workbook/sheet.ts';
import type { SheetWriter } from '../workbook/workbook-writer.ts';
import { cellParts } from '../workbook/xml-text.ts';
import { heightOf, linesIn } from './row-height.ts';
import { sheetNames } from './sheet-names.ts';
import type { TextRow } from './text-rows.ts';
import { textRowKinds, textRows } from './text-rows.ts';

/** Text runs over these columns, so that small tables inside it keep their own. */
const textColumns = 8;
const textWidth = 13;
const firstText = 4;
const lastText = firstText + textColumns - 1;
const rowsAbove = 2;

export const textLayout: SheetLayout = {
  name: sheetNames.text,
  position: 5,
  shown: 'visible',
  widths: [6, 6, 9, ...Array<number>(textColumns).fill(textWidth)],
  frozen: { rows: rowsAbove, columns: 0 },
  gridLines: false,
  landscape: false,
  fitWidth: true,
  titleRows: rowsAbove,
};

/** The heads of the sheet; the text goes on in the columns behind the last. */
export const textSheetHeads = ['部分', '块', '类型', '内容'] as const;

const heading = (kind: TextRow['kind']): boolean => kind === 'section' || kind === 'heading';

function runningRow({ section, block, kind }: TextRow, text: string): SheetRow {
  const look = heading(kind) ? 'headingRuled' : 'textCell';
  const covered = Array.from({ length: textColumns - 1 }, (_, at) => emptyCell(firstText + 1 + at, look));
  return {
    height: heightOf(linesIn(text, textColumns * textWidth)),
    cells: [
      numberCell(1, 'centred', section),
      numberCell(2, 'centred', block),
      textCell(3, 'centred', textRowKinds[kind]),
      textCell(firstText, look, text),
      ...covered,
    ],
  };
}

function cellsRow({ section, block, kind, texts }: TextRow): SheetRow {
  const parts = texts.flatMap((text) => cellParts(text));
  return {
    height: heightOf(Math.max(1, ...parts.map((text) => linesIn(text, textWidth)))),
    cells: [
      numberCell(1, 'centred', section),
      numberCell(2, 'centred', block),
      textCell(3, 'centred', textRowKinds[kind]),
      ...parts.map((text, at) => textCell(firstText + at, kind === 'tableHead' ? 'columnHead' : 'textCell', text)),
    ],
  };
}

/** Writes the report's text, one block a row; where a block has several lines or cells, one of them a row or a cell. */
export function writeTextSheet(sheet: SheetWriter, report: Report): void {
  const merges: CellArea[] = [];
  const across = (row: number, from: number) =>
    merges.push({ from: { row, column: from }, to: { row, column: lastText } });
  across(sheet.row({ height: 34, cells: [textCell(1, 'title', report.title)] }), 1);
  const heads = [...textSheetHeads, ...Array<string>(textColumns - 1).fill('')];
  across(sheet.row({ height: 22, cells: heads.map((text, at) => textCell(at + 1, 'columnHead', text)) }), firstText);
  for (const row of textRows(report)) {
    const [text = '', ...more] = row.texts;
    if (more.length > 0 || row.kind === 'tableRow' || row.kind === 'tableHead') {
      sheet.row(cellsRow(row));
      continue;
    }
    for (const part of cellParts(text)) across(sheet.row(runningRow(row, part)), firstText);
  }
  const last = { row: Math.max(sheet.rowCount, rowsAbove + 1), column: lastText };
  sheet.end({ merges, numbersAsText: { from: { row: rowsAbove + 1, column: firstText }, to: last } });
}
