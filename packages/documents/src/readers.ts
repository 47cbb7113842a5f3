import type { Finding } from '@nianbao/core';
import { decodeText } from './bytes/decode-text.ts';
import type { FileKind } from './bytes/file-kind.ts';
import { kindBySignature, kindOfText, looksBinary } from './bytes/file-kind.ts';
import { readCsv } from './csv/read-csv.ts';
import { sheetOfCsv } from './csv/sheet-of-csv.ts';
import { readTidyCsv } from './csv/tidy-csv.ts';
import { readingFinding } from './findings/reading-finding.ts';
import { openHtml } from './html/open-html.ts';
import { readMhtml } from './mhtml/read-mhtml.ts';
import { DocumentRefused } from './office/document-refused.ts';
import type { OpenedOffice } from './office/open-office.ts';
import { openConverted, openOldOffice, openPacked } from './office/open-office.ts';
import { readPdf } from './pdf/read-pdf.ts';
import type { ReadErrorCode, ReadReport } from './read-result.ts';
import type { Source } from './source/source.ts';
import { readText } from './text/read-text.ts';

/** A file as it came, with the name that it had. */
export interface GivenFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/**
 * What a reader makes of a file: its lines and tables with what is to be said of them, a report in its own data form, a
 * report that needs no interpretation, or the reason why not.
 */
export type Opened =
  | { readonly kind: 'source'; readonly source: Source; readonly findings: readonly Finding[] }
  | { readonly kind: 'data'; readonly text: string }
  | { readonly kind: 'report'; readonly read: ReadReport }
  | { readonly kind: 'refused'; readonly code: ReadErrorCode };

export type Reader = (file: GivenFile) => Opened | Promise<Opened>;

export const opened = (source: Source, findings: readonly Finding[] = []): Opened => ({
  kind: 'source',
  source,
  findings,
});
export const refused = (code: ReadErrorCode): Opened => ({ kind: 'refused', code });

const ofOffice = (office: OpenedOffice): Opened =>
  typeof office === 'string' ? refused(office) : opened(office.source, office.findings);

/** Says in which encoding a file was read that does not name its own; nothing where it does. */
function encodingGuessed(encoding: string | null): Finding[] {
  if (encoding === null) return [];
  return [readingFinding('READ-ENCODING-GUESSED', { line: 1, column: 1, text: '' }, { actual: encoding })];
}

function openCsv(text: string, findings: readonly Finding[]): Opened {
  try {
    const records = readCsv(text);
    if (records === null) return opened(readText(text), findings);
    const read = readTidyCsv(records);
    if (read !== null) return { kind: 'report', read: { ...read, findings: [...findings, ...read.findings] } };
    return opened(sheetOfCsv(records), findings);
  } catch (error) {
    if (error instanceof DocumentRefused) return refused(error.code);
    throw error;
  }
}

function openMhtml(bytes: Uint8Array): Opened {
  const page = readMhtml(bytes);
  return page === null ? refused('KIND_UNKNOWN') : opened(openHtml(page.html), encodingGuessed(page.guessedEncoding));
}

/** Files without a signature: pages, plain text and data. */
async function openText({ bytes, fileName }: GivenFile): Promise<Opened> {
  const { text, encoding, guessed } = decodeText(bytes);
  if (looksBinary(text)) return refused('KIND_UNKNOWN');
  if (text.trim() === '') return refused('EMPTY');
  const findings = encodingGuessed(guessed ? encoding : null);
  const kind = kindOfText(text, fileName);
  switch (kind) {
    case 'json':
      return { kind: 'data', text };
    case 'html':
      return opened(openHtml(text), findings);
    case 'mhtml':
      return openMhtml(bytes);
    case 'csv':
      return openCsv(text, findings);
    case 'wordXml':
    case 'excelXml':
      return ofOffice(await openConverted(bytes, kind));
    case 'text':
      return opened(readText(text), findings);
  }
}

/** One reader for each kind of file that its first bytes tell; a new kind is one row here. */
const readers: Readonly<Record<FileKind, Reader>> = {
  empty: () => refused('EMPTY'),
  image: () => refused('KIND_IMAGE'),
  pdf: readPdf,
  zip: ({ bytes }) => ofOffice(openPacked(bytes)),
  oldOffice: async ({ bytes }) => ofOffice(await openOldOffice(bytes)),
  rtf: async ({ bytes }) => ofOffice(await openConverted(bytes, 'rtf')),
  text: openText,
};

/** Opens a file by what its content says it is; its name only helps where the content leaves it open. */
export async function openFile(file: GivenFile): Promise<Opened> {
  return readers[kindBySignature(file.bytes)](file);
}
