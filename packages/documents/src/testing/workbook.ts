import type { Report } from '@nianbao/core';
import type { DrawTable } from './layouts.ts';
import { whole } from './layouts.ts';
import { contentTypes, escaped, packed, relationships } from './packed.ts';

const address = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface TestSheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** What stands in `sheetData`, or the whole inside of the sheet where it begins otherwise. */
  readonly rows: string;
  readonly merged?: readonly string[];
}

export interface WorkbookParts {
  readonly sharedStrings?: string;
  readonly styles?: string;
  readonly others?: Readonly<Record<string, string | Uint8Array>>;
}

const part = (root: string, inner: string): string =>
  `<?xml version="1.0"?><${root} xmlns="${address}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${inner}</${root}>`;

function sheetXml({ rows, merged = [] }: TestSheet): string {
  const data = rows.startsWith('<cols') ? rows : `<sheetData>${rows}</sheetData>`;
  const cells = merged.map((range) => `<mergeCell ref="${range}"/>`).join('');
  return part('worksheet', data + (cells === '' ? '' : `<mergeCells>${cells}</mergeCells>`));
}

/** A workbook of these sheets, as Excel packs it. */
export function xlsx(
  sheets: readonly TestSheet[],
  { sharedStrings = '', styles = '', others = {} }: WorkbookParts = {},
) {
  const list = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`,
  );
  return packed({
    '[Content_Types].xml': contentTypes({
      'xl/workbook.xml': 'spreadsheetml.sheet.main',
      'xl/sharedStrings.xml': 'spreadsheetml.sharedStrings',
      'xl/styles.xml': 'spreadsheetml.styles',
      ...Object.fromEntries(
        sheets.map((_, at) => [`xl/worksheets/sheet${at + 1}.xml`, 'spreadsheetml.worksheet'] as const),
      ),
    }),
    '_rels/.rels': relationships({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/workbook.xml': part('workbook', `<sheets>${list.join('')}</sheets>`),
    'xl/_rels/workbook.xml.rels': relationships({
      ...Object.fromEntries(
        sheets.map((_, at) => [`rId${at + 1}`, ['worksheet', `worksheets/sheet${at + 1}.xml`] as const]),
      ),
      strings: ['sharedStrings', 'sharedStrings.xml'],
      styles: ['styles', '/xl/styles.xml'],
    }),
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)])),
    'xl/sharedStrings.xml': part('sst', sharedStrings),
    'xl/styles.xml': part('styleSheet', styles),
    ...others,
  });
}

export const textCell = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;

export const columnOf = (column: number): string =>
  (column > 26 ? columnOf(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26));

const isNumber = (text: string): boolean => /^-?\d{1,15}(?:\.\d+)?$/.test(text);

function valueCell(place: string, text: string): string {
  if (text === '') return `<c r="${place}" s="0"/>`;
  return isNumber(text) ? `<c r="${place}"><v>${text}</v></c>` : textCell(place, text);
}

/** A report as one sheet in the official layout, with merged cells and blank cells that only have a border. */
export function workbookReport(report: Report, { merge = true } = {}): Uint8Array {
  const merged: string[] = [];
  let row = 0;
  const table: DrawTable = (rows) => {
    const first = row + 1;
    const covered = new Map<number, number>();
    const drawn = rows.map((cells) => {
      row += 1;
      let column = 1;
      const skip = () => {
        while ((covered.get(column) ?? 0) >= row) column += 1;
      };
      const written = cells.map(({ text, columnSpan, rowSpan }) => {
        skip();
        const place = `${columnOf(column)}${row}`;
        const last = Math.min(row + rowSpan - 1, first + rows.length - 1);
        if (columnSpan > 1 || rowSpan > 1) merged.push(`${place}:${columnOf(column + columnSpan - 1)}${last}`);
        for (let step = 0; step < columnSpan; step += 1) covered.set(column + step, rowSpan > 1 ? last : 0);
        column += columnSpan;
        return valueCell(place, text);
      });
      return `<row r="${row}">${written.join('')}</row>`;
    });
    return drawn.join('');
  };
  const line = (text: string): string => {
    row += 1;
    return `<row r="${row}">${textCell(`A${row}`, text)}</row>`;
  };
  const rows = whole(report, { paragraph: line, table });
  return xlsx([{ name: '年度报告', rows, merged: merge ? merged : [] }]);
}
