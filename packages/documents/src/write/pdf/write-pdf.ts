import { setImmediate } from 'node:timers/promises';
import type { Text } from '@nianbao/core';
import type { CarriedReport } from '../../carried/carried-report.ts';
import { carriedText } from '../../carried/carried-report.ts';
import { carriers } from '../../carried/carriers.ts';
import { editions } from '../editions.ts';
import type { PictureTest } from './pdf-sheet.ts';
import { hasBearableSize, pdfSheet } from './pdf-sheet.ts';
import { Printer } from './printable-text.ts';
import type { Typesetter } from './typesetter.ts';
import { typesetter } from './typesetter.ts';

export type DrawnPdf =
  /** `missing` lists the characters that no font had; each stands as 〓 in the document, which says so at its end. */
  | { readonly ok: true; readonly bytes: Uint8Array; readonly missing: readonly string[] }
  | { readonly ok: false; readonly code: PdfErrorCode; readonly detail: string };

export type PdfErrorCode = 'COMPILER_MISSING' | 'NOT_TYPESET';

export const pdfErrors: Readonly<Record<PdfErrorCode, Text>> = {
  COMPILER_MISSING: {
    zh: '本机没有可用的PDF排版程序：请在支持的系统（Linux、macOS、Windows）上重新安装依赖（npm start 或 npm test），或改为导出DOCX。',
    en: 'The PDF typesetter cannot be loaded on this machine: install the dependencies anew on Linux, macOS or Windows, or export DOCX instead.',
  },
  NOT_TYPESET: {
    zh: '这份报告无法排成PDF：请改为导出DOCX，并将报告文件发给维护者。',
    en: 'This report cannot be set as a PDF: export DOCX instead, and send the report file to the maintainers.',
  },
};

const utf8 = new TextEncoder();

/** Set once with every picture; where that fails, again with those alone that can be shown by themselves. */
function setSheet(carried: CarriedReport, setter: Typesetter): DrawnPdf {
  const attachment = utf8.encode(carriedText(carried, editions.pdf));
  const printed = (keeps: PictureTest) => {
    const printer = new Printer(setter.coverage);
    const { sheet, pictures } = pdfSheet(carried, printer, keeps);
    const files = new Map<string, Uint8Array>([
      [carriers.pdfAttachment, attachment],
      ['report.json', utf8.encode(JSON.stringify(sheet))],
      ...[...pictures].map(([name, { bytes }]) => [name, bytes] as const),
    ]);
    return { set: setter.set(files), missing: printer.missing, pictures };
  };
  const first = printed(hasBearableSize);
  const { set, missing } =
    first.set.ok || first.pictures.size === 0
      ? first
      : printed((picture) => hasBearableSize(picture) && setter.shows(picture));
  return set.ok ? { ok: true, bytes: set.bytes, missing } : { ok: false, code: 'NOT_TYPESET', detail: set.reason };
}

/**
 * Draws a report as PDF/A-3a on A4 in the look of an official document, with the carried report as an attached file. The
 * same report gives the same bytes on every machine.
 */
export async function drawPdf(carried: CarriedReport): Promise<DrawnPdf> {
  const setter = await typesetter();
  // What the compiler holds of documents that are done is freed only between turns of the event loop.
  await setImmediate();
  if (setter === null) return { ok: false, code: 'COMPILER_MISSING', detail: '' };
  return setSheet(carried, setter);
}

/** Why no PDF could be written; `message` says in Chinese and English what to do. */
export class PdfNotWritten extends Error {
  override name = 'PdfNotWritten';
  readonly code: PdfErrorCode;

  constructor(code: PdfErrorCode, detail: string) {
    super(`${pdfErrors[code].zh} ${pdfErrors[code].en}`, { cause: detail });
    this.code = code;
  }
}

/** `drawPdf` for callers that take bytes alone. Throws `PdfNotWritten`. */
export async function writePdf(carried: CarriedReport): Promise<Uint8Array> {
  const drawn = await drawPdf(carried);
  if (!drawn.ok) throw new PdfNotWritten(drawn.code, drawn.detail);
  return drawn.bytes;
}
