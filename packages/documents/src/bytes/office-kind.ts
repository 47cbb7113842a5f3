import type { Archive } from '../archive/archive.ts';

export type ArchiveKind = 'docx' | 'xlsx' | 'otherOffice' | 'archive';

/** A part by which a packed document is known for what it is. The first match counts. */
const marks: readonly { readonly kind: ArchiveKind; readonly part: RegExp }[] = [
  { kind: 'docx', part: /^word\/document[^/]*\.xml$/ },
  { kind: 'xlsx', part: /^xl\/workbook[^/]*\.xml$/ },
  {
    kind: 'otherOffice',
    part: /^(?:ppt\/presentation\.xml|xl\/workbook\.bin|ofd\.xml|mimetype|index\/document\.iwa)$/,
  },
];

/** What an archive is, by the parts in it: a document of Word or Excel, of another program, or no document at all. */
export function kindOfArchive(archive: Archive): ArchiveKind {
  const { names } = archive;
  return marks.find(({ part }) => names.some((name) => part.test(name)))?.kind ?? 'archive';
}

export type OldOfficeKind = 'doc' | 'xls' | 'slides' | 'encrypted' | 'other';

/** Streams by which the old compound files are known; the names stand in the file in UTF-16. */
const streams: readonly { readonly kind: OldOfficeKind; readonly name: string }[] = [
  { kind: 'encrypted', name: 'EncryptedPackage' },
  { kind: 'doc', name: 'WordDocument' },
  { kind: 'xls', name: 'Workbook' },
  { kind: 'xls', name: 'Book\0' },
  { kind: 'slides', name: 'PowerPoint Document' },
];

/** What an old compound file is: of Word or Excel (WPS writes the same), slides, or something else. */
export function kindOfOldOffice(bytes: Uint8Array): OldOfficeKind {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Looked for as bytes: Node's own search in UTF-16 never ends where the bytes begin at an odd place of their memory.
  return streams.find(({ name }) => whole.includes(Buffer.from(name, 'utf16le')))?.kind ?? 'other';
}
