import type { CellKey, TableId } from '@nianbao/core';
import { formatOf, rowFromFacts } from '@nianbao/core';
import type { CarriedReport } from '../../carried/carried-report.ts';
import { carriedText } from '../../carried/carried-report.ts';
import { carriers } from '../../carried/carriers.ts';
import { editions } from '../editions.ts';
import { checkLines } from './report/check-lines.ts';
import { brokenCount, checkLayout, writeCheckSheet } from './report/check-sheet.ts';
import { coverLayout, writeCoverSheet } from './report/cover-sheet.ts';
import { dataLayout, writeDataSheet } from './report/data-sheet.ts';
import { placesOf } from './report/rule-formats.ts';
import { sheetNames } from './report/sheet-names.ts';
import { placeTable } from './report/table-places.ts';
import { rowsAboveTable, tableLayout, writeTableSheet } from './report/table-sheet.ts';
import { textLayout, writeTextSheet } from './report/text-sheet.ts';
import { areaName, areasOf, sheetPrefix } from './workbook/cell-place.ts';
import type { SheetLayout } from './workbook/sheet.ts';
import { textCell } from './workbook/sheet.ts';
import { WorkbookWriter } from './workbook/workbook-writer.ts';
import { cellParts } from './workbook/xml-text.ts';

const hiddenLayout: SheetLayout = {
  name: carriers.hiddenSheet,
  position: 7,
  shown: 'veryHidden',
  widths: [40],
  frozen: { rows: 0, columns: 0 },
  gridLines: true,
  landscape: false,
  fitWidth: true,
  titleRows: 0,
};

/** The sheets that only a report in an official format has. */
function writeFigures(book: WorkbookWriter, carried: CarriedReport): { formula: string; now: number } | null {
  const { report } = carried;
  const format = formatOf(report);
  if (format === null) return null;
  const placed = format.tables.map((table) => placeTable(format, table, rowsAboveTable + 1));
  const placeOf = (table: TableId) => placed.find(({ grid }) => grid.table.id === table)?.placeOf ?? new Map();
  const areas = (table: TableId, keys: readonly CellKey[]) => areasOf(placesOf(placeOf(table), keys));
  const lines = checkLines(
    rowFromFacts(format, report.facts),
    (table) => (keys) =>
      areas(table, keys).map((area) => `${sheetPrefix(sheetNames[table])}${areaName(area, 'fixed')}`),
  );
  const broken = (table: TableId | null) => ({
    formula: brokenCount(lines, table),
    now: lines.filter((line) => line.now.verdict === 'broken' && (table === null || line.table === table)).length,
  });
  const whose = [report.agency, report.year === null ? null : `${report.year}年度`].filter((part) => part !== null);
  for (const one of placed) {
    writeTableSheet(book.sheet(tableLayout(one.grid.table)), {
      format,
      placed: one,
      facts: report.facts,
      whose: whose.join('　'),
      broken: broken(one.grid.table.id),
    });
  }
  writeCheckSheet(book.sheet(checkLayout), lines, (keys) => {
    const table = format.cells.find(({ key }) => key === keys[0])?.table ?? 't2';
    return `${sheetNames[table]} ${areas(table, keys)
      .map((area) => areaName(area))
      .join('、')}`;
  });
  writeDataSheet(book.sheet(dataLayout), format, report.facts);
  return broken(null);
}

/**
 * Writes a report as a workbook of Excel: the official tables with their sums as formulas and their rules as conditional
 * formats, the rules one by one, the text, the figures plainly, and the machine-readable report inside. No figure is
 * changed on the way; the same report gives the same bytes.
 */
export async function writeXlsx(carried: CarriedReport): Promise<Uint8Array> {
  const { report } = carried;
  const book = new WorkbookWriter();
  const broken = writeFigures(book, carried);
  writeCoverSheet(book.sheet(coverLayout), carried, { format: formatOf(report), broken });
  writeTextSheet(book.sheet(textLayout), report);
  const json = carriedText(carried, editions.xlsx);
  const hidden = book.sheet(hiddenLayout);
  for (const part of cellParts(json)) hidden.row({ height: null, cells: [textCell(1, 'plainText', part)] });
  hidden.end();
  const properties = { title: report.title, creator: report.agency ?? '', subject: '政府信息公开工作年度报告' };
  return book.finish(properties, { ...carriers.customXml, json });
}
