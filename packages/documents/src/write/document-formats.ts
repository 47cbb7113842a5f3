import type { Text } from '@nianbao/core';
import type { CarriedReport } from '../carried/carried-report.ts';
import { editions } from './editions.ts';

export const documentFormatIds = ['docx', 'pdf', 'xlsx', 'html', 'csv', 'json'] as const;

export type DocumentFormatId = (typeof documentFormatIds)[number];

/** A kind of file that a report is written to. */
export interface DocumentFormat {
  readonly name: Text;
  readonly mediaType: string;
  /** Changes whenever the same report is written otherwise, so that what was stored before is known to be old. */
  readonly edition: number;
  /** Writes the document. The same report gives the same bytes, whenever it is written. */
  readonly write: (carried: CarriedReport) => Promise<Uint8Array>;
}

/**
 * Every kind of file that a report is written to, in the order in which they are offered; the id is the extension of its
 * name as well. Each writer is loaded when it is first needed: some bring a typesetter and fonts.
 */
export const documentFormats: Readonly<Record<DocumentFormatId, DocumentFormat>> = {
  docx: {
    name: { zh: 'Word 文档', en: 'Word document' },
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    edition: editions.docx,
    write: async (carried) => (await import('./docx/write-docx.ts')).writeDocx(carried),
  },
  pdf: {
    name: { zh: 'PDF 文档', en: 'PDF document' },
    mediaType: 'application/pdf',
    edition: editions.pdf,
    write: async (carried) => (await import('./pdf/write-pdf.ts')).writePdf(carried),
  },
  xlsx: {
    name: { zh: 'Excel 工作簿', en: 'Excel workbook' },
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    edition: editions.xlsx,
    write: async (carried) => (await import('./xlsx/write-xlsx.ts')).writeXlsx(carried),
  },
  html: {
    name: { zh: '网页', en: 'Web page' },
    mediaType: 'text/html; charset=utf-8',
    edition: editions.html,
    write: async (carried) => (await import('./html/write-html.ts')).writeHtml(carried),
  },
  csv: {
    name: { zh: 'CSV 数据表', en: 'CSV data' },
    mediaType: 'text/csv; charset=utf-8',
    edition: editions.csv,
    write: async (carried) => (await import('./csv/write-csv.ts')).writeCsv(carried),
  },
  json: {
    name: { zh: 'JSON 数据', en: 'JSON data' },
    mediaType: 'application/json; charset=utf-8',
    edition: editions.json,
    write: async (carried) => (await import('./json/write-json.ts')).writeJson(carried),
  },
};

/** Writes a report to a document of the given kind. */
export function writeReport(id: DocumentFormatId, carried: CarriedReport): Promise<Uint8Array> {
  return documentFormats[id].write(carried);
}
