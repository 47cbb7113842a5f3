import type { Text } from '@nianbao/core';
import { unzipSync } from 'fflate';
import { fileTypeFromBuffer } from 'file-type';

export interface AttachmentType {
  readonly extension: string;
  readonly mediaType: string;
}

const office = 'application/vnd.openxmlformats-officedocument';
const type = (extension: string, mediaType: string): AttachmentType => ({ extension, mediaType });

/** Files that may be attached, by what is in them. Nothing here runs when it is opened. */
export const attachmentTypes = {
  pdf: type('pdf', 'application/pdf'),
  docx: type('docx', `${office}.wordprocessingml.document`),
  xlsx: type('xlsx', `${office}.spreadsheetml.sheet`),
  pptx: type('pptx', `${office}.presentationml.presentation`),
  odt: type('odt', 'application/vnd.oasis.opendocument.text'),
  ods: type('ods', 'application/vnd.oasis.opendocument.spreadsheet'),
  /** 版式文档 (GB/T 33190). */
  ofd: type('ofd', 'application/ofd'),
  png: type('png', 'image/png'),
  jpg: type('jpg', 'image/jpeg'),
  webp: type('webp', 'image/webp'),
  tif: type('tif', 'image/tiff'),
  txt: type('txt', 'text/plain'),
  csv: type('csv', 'text/csv'),
} as const satisfies Readonly<Record<string, AttachmentType>>;

const byMediaType = new Map<string, AttachmentType>(
  Object.values(attachmentTypes).map((entry) => [entry.mediaType, entry]),
);

export const attachmentRefusals = {
  empty: { zh: '文件是空的。', en: 'The file is empty.' },
  active: {
    zh: '网页、脚本、程序和带宏的文件可能含有会运行的内容，不能作为附件。请另存为 PDF、DOCX 或 XLSX。',
    en: 'Web pages, scripts, programs and files with macros may run something, so they cannot be attached. Save it as PDF, DOCX or XLSX.',
  },
  type: {
    zh: '不能识别为可以附上的文件。可以附上 PDF、OFD、DOCX、XLSX、PPTX、ODT、ODS、图片、TXT 和 CSV；旧格式和压缩包请另存或者解压后再附。',
    en: 'This is none of the files that can be attached: PDF, OFD, DOCX, XLSX, PPTX, ODT, ODS, pictures, TXT and CSV. Save older formats anew, and unpack archives first.',
  },
  tooMany: {
    zh: '这份报告的附件已达到数量上限，请先删除不需要的。',
    en: 'This report has as many files as it may: take some away first.',
  },
  sameName: {
    zh: '已有同名附件，请改名后再附，或者先删除原附件。',
    en: 'There is a file of that name: rename this one, or take the other away first.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type AttachmentRefusal = keyof typeof attachmentRefusals;

const activeMediaTypes =
  /html|svg|xml$|javascript|x-msdownload|x-elf|x-mach|shockwave|x-sh|macro|java|wasm|x-ms-shortcut/i;
const activeText = /^\s*(?:<|#!|%!PS|\{\\rtf|MIME-Version:|@echo\b)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what no text has
const notText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** The text in bytes that are nothing but text, in one of the two encodings that are in use; else null. */
function textOf(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return notText.test(text) ? null : text;
    } catch {
      // Not in this encoding.
    }
  }
  return null;
}

function textType(bytes: Uint8Array, name: string): AttachmentType | AttachmentRefusal {
  const text = textOf(bytes);
  if (text === null) return 'type';
  if (activeText.test(text)) return 'active';
  return name.toLowerCase().endsWith('.csv') ? attachmentTypes.csv : attachmentTypes.txt;
}

function namesInZip(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  try {
    unzipSync(bytes, { filter: ({ name }) => names.push(name) < 0 });
  } catch {
    return [];
  }
  return names;
}

/** What a file is, by its content alone; or why it cannot be attached. */
export async function attachmentTypeOf(bytes: Uint8Array, name: string): Promise<AttachmentType | AttachmentRefusal> {
  if (bytes.length === 0) return 'empty';
  const found = await fileTypeFromBuffer(bytes);
  if (found === undefined) return textType(bytes, name);
  const known = byMediaType.get(found.mime);
  if (known === undefined) {
    if (found.mime === 'application/zip' && namesInZip(bytes).includes('OFD.xml')) return attachmentTypes.ofd;
    return activeMediaTypes.test(found.mime) ? 'active' : 'type';
  }
  // A document may carry macros whatever it calls itself.
  const packed = known.mediaType.startsWith(office) ? namesInZip(bytes) : [];
  return packed.some((part) => /vbaProject\.bin$/i.test(part)) ? 'active' : known;
}
