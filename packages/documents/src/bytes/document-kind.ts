import type { TextKind } from './file-kind.ts';
import { kindBySignature, kindOfText } from './file-kind.ts';

/** What a person calls a file; `office` is one of Word, WPS or Excel that does not say which. */
export const documentKinds = [
  'html',
  'text',
  'csv',
  'json',
  'pdf',
  'word',
  'sheet',
  'office',
  'image',
  'unknown',
] as const;

export type DocumentKind = (typeof documentKinds)[number];

const byExtension: Readonly<Record<string, DocumentKind>> = {
  doc: 'word',
  docx: 'word',
  wps: 'word',
  wpt: 'word',
  rtf: 'word',
  xls: 'sheet',
  xlsx: 'sheet',
  et: 'sheet',
  csv: 'csv',
};

/** Pages and sheets that were saved as text go by what they are to people. */
const byText: Readonly<Record<TextKind, DocumentKind>> = {
  html: 'html',
  mhtml: 'html',
  json: 'json',
  csv: 'csv',
  wordXml: 'word',
  excelXml: 'sheet',
  text: 'text',
};

const startLength = 20_000;
const endLength = 70_000;
const latin = new TextDecoder('latin1');

/** The names of the parts of an archive stand at its end, in plain letters. */
function kindOfArchive(bytes: Uint8Array): DocumentKind | null {
  const names = latin.decode(bytes.subarray(-endLength));
  if (names.includes('word/')) return 'word';
  return names.includes('xl/') ? 'sheet' : null;
}

/** Tells what a file is by its first and last bytes, and where they leave it open by its name. Reads nothing else of it. */
export function documentKind(bytes: Uint8Array, fileName: string): DocumentKind {
  const named = byExtension[/\.(\w{2,5})$/.exec(fileName)?.[1]?.toLowerCase() ?? ''];
  switch (kindBySignature(bytes)) {
    case 'pdf':
      return 'pdf';
    case 'image':
      return 'image';
    case 'empty':
      return 'unknown';
    case 'rtf':
      return 'word';
    case 'zip':
      return kindOfArchive(bytes) ?? named ?? 'office';
    case 'oldOffice':
      return named ?? 'office';
    case 'text':
      return byText[kindOfText(latin.decode(bytes.subarray(0, startLength)), fileName)];
  }
}
