import type { CarriedReport, DocumentFormat, DocumentFormatId } from '@nianbao/documents';
import { carriedText } from '@nianbao/documents';
import { reportCsv } from './report-csv.ts';

/** A kind of document that the server writes. */
export type WrittenFormat = Pick<DocumentFormat, 'id' | 'name' | 'mediaType'>;

const encode = (text: string) => new TextEncoder().encode(text);

const writers: readonly DocumentFormat[] = [
  {
    id: 'csv',
    name: { zh: 'CSV 数据表', en: 'CSV data' },
    mediaType: 'text/csv; charset=utf-8',
    write: async (carried) => encode(reportCsv(carried)),
  },
  {
    id: 'json',
    name: { zh: 'JSON 数据', en: 'JSON data' },
    mediaType: 'application/json; charset=utf-8',
    write: async (carried) => encode(carriedText(carried)),
  },
];

/** The kinds of document that reports are written to, in the order in which they are offered. */
export const documentFormats: readonly WrittenFormat[] = writers;

/** Writes a report as a document. */
export async function writeReport(id: DocumentFormatId, carried: CarriedReport): Promise<Uint8Array> {
  const writer = writers.find((format) => format.id === id);
  if (writer === undefined) throw new Error(`no writer for ${id}`);
  return writer.write(carried);
}
