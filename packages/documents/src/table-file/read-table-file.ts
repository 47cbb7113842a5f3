import { Archive } from '../archive/archive.ts';
import { decodeText } from '../bytes/decode-text.ts';
import { kindBySignature, looksBinary } from '../bytes/file-kind.ts';
import { kindOfArchive } from '../bytes/office-kind.ts';
import { readCsv } from '../csv/read-csv.ts';
import { DocumentRefused } from '../office/document-refused.ts';
import type { ReadErrorCode } from '../read-result.ts';
import { readSheet } from '../xlsx/read-sheet.ts';
import { sheetContextOf } from '../xlsx/read-xlsx.ts';
import { readWorkbook } from '../xlsx/workbook.ts';

/** A row of a plain table: its texts by column, from the first; `row` as a spreadsheet counts it, from 1. */
export interface TableFileRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A plain table that was read from a file, or the code of why it was not. */
export type TableFileResult =
  | { readonly ok: true; readonly rows: readonly TableFileRow[] }
  | { readonly ok: false; readonly code: ReadErrorCode };

const largest = 32 * 1024 * 1024;
const mostColumns = 100;

/** The first sheet that is shown, with the rows that a filter hides: what is not seen is not said to be gone. */
function rowsOfWorkbook(bytes: Uint8Array): TableFileResult {
  const archive = new Archive(bytes);
  if (kindOfArchive(archive) !== 'xlsx') return { ok: false, code: 'KIND_UNKNOWN' };
  const workbook = readWorkbook(archive);
  const sheet = workbook.sheets.find(({ hidden }) => !hidden);
  const part = sheet === undefined ? null : archive.part(sheet.part);
  if (part === null) return { ok: false, code: 'EMPTY' };
  const { rows } = readSheet(part, sheetContextOf(archive, workbook), { withHidden: true });
  return {
    ok: true,
    rows: rows.map(({ row, cells }) => {
      const texts: string[] = [];
      for (const { column, text } of cells) if (column <= mostColumns) texts[column - 1] = text;
      return { row, cells: Array.from(texts, (text) => text ?? '') };
    }),
  };
}

/** What was written with an apostrophe so that no spreadsheet runs it. */
const guarded = /^'(?='*[=+\-@\t\r])/;

function rowsOfText(bytes: Uint8Array): TableFileResult {
  const { text } = decodeText(bytes);
  if (looksBinary(text)) return { ok: false, code: 'KIND_UNKNOWN' };
  if (text.trim() === '') return { ok: false, code: 'EMPTY' };
  const records = readCsv(text);
  if (records === null) return { ok: false, code: 'KIND_UNKNOWN' };
  return {
    ok: true,
    rows: records.map(({ fields }, at) => ({
      row: at + 1,
      cells: fields.slice(0, mostColumns).map((field) => field.replace(guarded, '')),
    })),
  };
}

/** Reads a plain table, one record a row, from XLSX or CSV: what it is, its content says. */
export function readTableFile(bytes: Uint8Array): TableFileResult {
  if (bytes.length > largest) return { ok: false, code: 'TOO_LARGE' };
  try {
    switch (kindBySignature(bytes)) {
      case 'empty':
        return { ok: false, code: 'EMPTY' };
      case 'zip':
        return rowsOfWorkbook(bytes);
      case 'text':
        return rowsOfText(bytes);
      default:
        return { ok: false, code: 'KIND_UNKNOWN' };
    }
  } catch (error) {
    if (error instanceof DocumentRefused) return { ok: false, code: error.code };
    throw error;
  }
}
