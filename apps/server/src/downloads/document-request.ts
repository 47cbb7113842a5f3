import type { OfferedDocument } from './offered-documents.ts';
import { offeredDocuments } from './offered-documents.ts';

/** What an address under an agency asks for. */
export interface DocumentRequest {
  readonly year: number;
  /** Null for the version in force. */
  readonly version: number | null;
  readonly format: OfferedDocument;
}

const filePattern = /^(\d{1,4})\.([a-z]{2,8})$/;
const yearPattern = /^\d{4}$/;

/**
 * Reads `2025.docx`, or below `2025/versions/` `2.docx`; null where it names no document that is written, which leaves
 * the address to the site.
 */
export function documentRequest(file: string, year?: string): DocumentRequest | null {
  const [, number = '', extension] = filePattern.exec(file) ?? [];
  const format = offeredDocuments.find(({ id }) => id === extension);
  const reportYear = year ?? number;
  if (format === undefined || !yearPattern.test(reportYear)) return null;
  const version = year === undefined ? null : Number(number);
  return version === 0 ? null : { year: Number(reportYear), version, format };
}
