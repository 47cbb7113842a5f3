import type { Finding } from '@nianbao/core';
import { Archive } from '../archive/archive.ts';
import { kindOfArchive, kindOfOldOffice } from '../bytes/office-kind.ts';
import { readDocx } from '../docx/read-docx.ts';
import type { ReadErrorCode } from '../read-result.ts';
import type { Source } from '../source/source.ts';
import { readXlsx } from '../xlsx/read-xlsx.ts';
import { DocumentRefused } from './document-refused.ts';
import type { OldKind } from './libre-office.ts';
import { convertOffice, oldKinds } from './libre-office.ts';

/** What an office document holds, or the code of why it was not read. */
export type OpenedOffice = { readonly source: Source; readonly findings: readonly Finding[] } | ReadErrorCode;

/** Opens a packed document: DOCX or XLSX, whatever its name says. */
export function openPacked(bytes: Uint8Array): OpenedOffice {
  try {
    const archive = new Archive(bytes);
    switch (kindOfArchive(archive)) {
      case 'docx':
        return readDocx(archive);
      case 'xlsx':
        return readXlsx(archive);
      case 'otherOffice':
        return 'KIND_OFFICE';
      case 'archive':
        return 'KIND_ARCHIVE';
    }
  } catch (error) {
    if (error instanceof DocumentRefused) return error.code;
    throw error;
  }
}

/** Opens a file of an old kind that LibreOffice turns into one of a newer kind first. */
export async function openConverted(bytes: Uint8Array, kind: OldKind): Promise<OpenedOffice> {
  const { ending, into } = oldKinds[kind];
  const conversion = await convertOffice(bytes, ending, into);
  switch (conversion.kind) {
    case 'absent':
      return 'NEEDS_LIBREOFFICE';
    case 'failed':
      return 'CONVERSION_FAILED';
    case 'converted':
      return openPacked(conversion.bytes);
  }
}

/** Opens a file of the kinds that Word, Excel and WPS wrote before 2007 and may still write. */
export async function openOldOffice(bytes: Uint8Array): Promise<OpenedOffice> {
  const kind = kindOfOldOffice(bytes);
  switch (kind) {
    case 'encrypted':
      return 'ENCRYPTED';
    case 'other':
      return 'KIND_UNKNOWN';
    case 'slides':
      return 'KIND_OFFICE';
    default:
      return openConverted(bytes, kind);
  }
}
