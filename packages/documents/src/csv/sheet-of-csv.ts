import { SheetLines } from '../sheet/sheet-lines.ts';
import type { Source } from '../source/source.ts';
import { noMetadata } from '../source/source.ts';
import type { CsvRecord } from './read-csv.ts';

/** A sheet that was saved as comma-separated values, read as the sheet would be; `line` is that of the file. */
export function sheetOfCsv(records: readonly CsvRecord[]): Source {
  const lines = new SheetLines();
  const rows = records.map(({ fields }, at) => ({
    row: at + 1,
    cells: fields.flatMap((text, column) => (text === '' ? [] : [{ column: column + 1, text }])),
  }));
  lines.add({ rows, merged: [], isHidden: () => false }, (row) => records[row - 1]?.line ?? row);
  return {
    items: lines.lines,
    parts: [],
    carried: null,
    seen: null,
    mainParts: [],
    metadata: noMetadata,
    wrapWidth: null,
  };
}
