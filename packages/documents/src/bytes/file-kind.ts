import { looksLikeCsv } from '../csv/read-csv.ts';
import { looksTidy } from '../csv/tidy-csv.ts';
import { looksLikeMhtml } from '../mhtml/read-mhtml.ts';

/** What a file is, told by its first bytes and not by its name. */
export type FileKind = 'text' | 'pdf' | 'zip' | 'oldOffice' | 'rtf' | 'image' | 'empty';

const signatures: readonly { readonly kind: FileKind; readonly bytes: readonly number[] }[] = [
  { kind: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { kind: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { kind: 'oldOffice', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { kind: 'rtf', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  { kind: 'image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'image', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'image', bytes: [0x47, 0x49, 0x46, 0x38] },
  { kind: 'image', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { kind: 'image', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
];

/** A PDF may have other bytes before its signature, which mail and web servers leave there. */
const pdfSignature = '%PDF-';
const signatureWithin = 1024;

/** The kind of a file by its signature; `text` where it has none and only its text can tell more. */
export function kindBySignature(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  const found = signatures.find((signature) => signature.bytes.every((byte, at) => bytes[at] === byte));
  if (found !== undefined) return found.kind;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, signatureWithin));
  return head.includes(pdfSignature, 0, 'latin1') ? 'pdf' : 'text';
}

const htmlStart =
  /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|span|section|article|h[1-6]|style|script|center|font|ul|ol|br|img|a|strong|b)\b/i;
const htmlInside = /<(?:table|tr|td|p|div|br|span)\b[^<>]{0,400}>/gi;

export type TextKind = 'html' | 'mhtml' | 'json' | 'csv' | 'wordXml' | 'excelXml' | 'text';

/** Word and Excel of 2003 name themselves at the top of what they save as XML. */
const officeXml = /^\s*<\?xml[^>]{0,200}\?>\s*<\?mso-application\s+progid="(Word|Excel)\./;

/**
 * Whether decoded text is HTML, a page saved with its parts, JSON, comma-separated or plain text; a name's extension
 * decides only where the content leaves it open.
 */
export function kindOfText(text: string, fileName: string): TextKind {
  const head = text.slice(0, 20_000);
  if (looksLikeMhtml(head)) return 'mhtml';
  const program = officeXml.exec(head)?.[1];
  if (program !== undefined) return program === 'Word' ? 'wordXml' : 'excelXml';
  if (/^\s*\{/.test(head) && /"(?:facts|report|sections)"\s*:/.test(head)) return 'json';
  if (htmlStart.test(head)) return 'html';
  const tags = head.match(htmlInside)?.length ?? 0;
  if (tags >= 3 || (tags > 0 && /\.x?html?$/i.test(fileName))) return 'html';
  return /\.(?:csv|tsv)$/i.test(fileName) || looksLikeCsv(head) || looksTidy(head) ? 'csv' : 'text';
}

/** Whether bytes that decoded as text are in fact something else: control characters do not occur in reports. */
export function looksBinary(text: string): boolean {
  const head = text.slice(0, 4000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const controls = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return controls > 4 && controls * 50 > head.length;
}
