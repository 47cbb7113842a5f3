import { byteOrderMark, csvText } from '../write/csv/write-csv.ts';
import type { ListColumn } from '../write/xlsx/campaign/list-columns.ts';
import { headOf, listLayout, rowOf } from '../write/xlsx/campaign/list-columns.ts';
import { GuideSheet, guideLayout } from '../write/xlsx/report/guide-sheet.ts';
import { WorkbookWriter } from '../write/xlsx/workbook/workbook-writer.ts';

/** A plain table to write, one record a row, with what may stand in each column. */
export interface TableToWrite {
  readonly title: string;
  readonly columns: readonly { readonly head: string; readonly width: number; readonly guide: string }[];
  readonly rows: readonly (readonly string[])[];
}

export const tableFileFormats = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;
export type TableFileFormat = keyof typeof tableFileFormats;

function workbookOf({ title, columns, rows }: TableToWrite): Uint8Array {
  const workbook = new WorkbookWriter();
  const listed = columns.map(
    ({ head, width }, at): ListColumn<readonly string[]> => ({ head, width, value: (row) => row[at] ?? '' }),
  );
  const sheet = workbook.sheet(listLayout(listed, { name: title, position: 0, frozen: 1 }));
  sheet.row(headOf(listed));
  for (const row of rows) sheet.row(rowOf(listed, row));
  const area = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } };
  sheet.end({ filter: area, numbersAsText: area });
  const guide = new GuideSheet(workbook.sheet({ ...guideLayout('填写说明', [24, 80]), position: 1 }), '填写说明');
  guide.lines(columns.map(({ head, guide: text }) => [head, text]));
  guide.end();
  return workbook.finish({ title, creator: '', subject: '' });
}

/** Writes a plain table as CSV, or as a workbook with a sheet that says what to fill in. */
export function writeTableFile(format: TableFileFormat, table: TableToWrite): Uint8Array {
  if (format === 'xlsx') return workbookOf(table);
  const text = csvText([table.columns.map(({ head }) => head), ...table.rows]);
  return new TextEncoder().encode(`${byteOrderMark}${text}`);
}
