import type { Text } from '@nianbao/core';
import type { CarriedReport } from '../carried/carried-report.ts';
import { writePdf } from '../pdf/write-pdf.ts';
import { writeCsv } from './csv/write-csv.ts';
import { writeDocx } from './docx/write-docx.ts';
import { writeHtml } from './html/write-html.ts';
import { writeJson } from './json/write-json.ts';

export const documentFormatIds = ['docx', 'pdf', 'xlsx', 'html', 'csv', 'json'] as const;

export type DocumentFormatId = (typeof documentFormatIds)[number];

/** A kind of file that a report is written to. */
export interface DocumentFormat {
  readonly id: DocumentFormatId;
  readonly name: Text;
  readonly mediaType: string;
  /** Writes the document. The same report gives the same bytes, whenever it is written. */
  readonly write: (carried: CarriedReport) => Promise<Uint8Array>;
}

/** Every kind of file that a report is written to; the id is the extension of its name as well. */
export const documentFormats: Readonly<Partial<Record<DocumentFormatId, DocumentFormat>>> = {
  docx: {
    id: 'docx',
    name: { zh: 'Word 文档', en: 'Word document' },
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: writeDocx,
  },
  pdf: {
    id: 'pdf',
    name: { zh: 'PDF 文档', en: 'PDF document' },
    mediaType: 'application/pdf',
    write: writePdf,
  },
  html: {
    id: 'html',
    name: { zh: '网页', en: 'Web page' },
    mediaType: 'text/html; charset=utf-8',
    write: writeHtml,
  },
  csv: {
    id: 'csv',
    name: { zh: 'CSV 数据表', en: 'CSV data' },
    mediaType: 'text/csv; charset=utf-8',
    write: writeCsv,
  },
  json: {
    id: 'json',
    name: { zh: 'JSON 数据', en: 'JSON data' },
    mediaType: 'application/json; charset=utf-8',
    write: writeJson,
  },
};

/** Writes a report to a document of the given kind. Throws a RangeError for a kind that has no row in the table. */
export async function writeReport(id: DocumentFormatId, carried: CarriedReport): Promise<Uint8Array> {
  const format = documentFormats[id];
  if (format === undefined) throw new RangeError(`no documents are written as ${id}`);
  return format.write(carried);
}
