import type { CarriedReport } from '../../carried/carried-report.ts';
import { carriers } from '../../carried/carriers.ts';
import { imagePlaceholder } from '../../carried/passages.ts';
import { missingNote } from '../../carried/stand-ins.ts';
import { documentMarks } from '../document-marks.ts';
import type { DocumentPart } from '../document-parts.ts';
import { documentParts, titleOf } from '../document-parts.ts';
import type { Picture } from '../picture.ts';
import type { PrintedText, Printer } from './printable-text.ts';
import type { PrintedTable } from './printed-table.ts';
import { printStatutoryTable } from './statutory-table.ts';
import { headingLinesOf } from './table-room.ts';
import type { TextTable } from './text-table.ts';
import { printLocalRows, printTextTable } from './text-table.ts';

/** One part of the report as `report.typ` draws it; `kind` is the name of the drawing there. */
type PrintedPart =
  | { readonly kind: 'title'; readonly pieces: readonly PrintedText[] }
  | { readonly kind: 'facts'; readonly facts: readonly PrintedText[] }
  | { readonly kind: 'heading'; readonly rank: number; readonly text: PrintedText }
  | { readonly kind: 'paragraph'; readonly text: PrintedText; readonly keepsNext: boolean }
  | { readonly kind: 'note'; readonly text: PrintedText }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly PrintedText[] }
  | {
      readonly kind: 'picture';
      readonly file: string;
      /** In points. */
      readonly width: number;
      readonly alt: string;
      readonly caption: PrintedText | null;
    }
  | { readonly kind: 'signature'; readonly lines: readonly PrintedText[] }
  | PrintedTable;

/** What `report.typ` reads: everything that the document says, as data. */
export interface PdfSheet {
  readonly title: string;
  readonly author: readonly string[];
  /** Year, month, day, hour, minute, second (UTC). */
  readonly date: readonly number[];
  readonly marks: {
    readonly draft: PrintedText | null;
    readonly version: PrintedText;
    readonly address: PrintedText | null;
  };
  readonly parts: readonly PrintedPart[];
  readonly attachment: { readonly name: string; readonly description: string };
}

export interface PreparedPdf {
  readonly sheet: PdfSheet;
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** Tells whether a picture is to be shown; in the place of others stand their words. */
export type PictureTest = (picture: Picture) => boolean;

/** A picture of few bytes can claim any size and is unpacked at that size. */
export const hasBearableSize: PictureTest = ({ width, height }) => width * height <= 4_000_000;

/** A pixel takes three quarters of a point; a picture takes at most the width of the text and two thirds of its height. */
function widthOnPage({ width, height }: Picture): number {
  return width * Math.min(0.75, 442 / width, 425 / height);
}

const longestAddress = 160;
/** A last paragraph of up to so many characters (half a page) goes over whole to the page of the signature. */
const longestKept = 300;

/**
 * The date that the archive format asks of a document, never that of the clock: of publication, else of writing, else the
 * last day of the year reported on.
 */
function documentDate({ publication, report }: CarriedReport): readonly number[] {
  const written = report.writtenOn ?? `${report.year ?? 2000}-12-31`;
  const [day = '', time = ''] = new Date(publication?.publishedAt ?? written).toISOString().split(/[T.]/u);
  return [...day.split('-'), ...time.split(':')].map(Number);
}

class Sheet {
  readonly pictures = new Map<string, Picture>();
  private readonly printer: Printer;
  private readonly keeps: PictureTest;
  /** Lines of the headings since the last other part: they stay with what follows. */
  private headingLines = 0;

  constructor(printer: Printer, keeps: PictureTest) {
    this.printer = printer;
    this.keeps = keeps;
  }

  /** `signed`: the signature follows. */
  part(part: DocumentPart, signed: boolean): readonly PrintedPart[] {
    const printed = this.printed(part, signed);
    if (part.kind !== 'heading') this.headingLines = 0;
    return printed;
  }

  private printed(part: DocumentPart, signed: boolean): readonly PrintedPart[] {
    const { printer } = this;
    switch (part.kind) {
      case 'title':
        return [{ kind: 'title', pieces: part.pieces.map((piece) => printer.text(piece)) }];
      case 'facts':
        return [{ kind: 'facts', facts: part.facts.map(({ label, value }) => printer.text(`${label}：${value}`)) }];
      case 'heading':
        this.headingLines += headingLinesOf(part.text);
        return [{ ...part, text: printer.text(part.text) }];
      case 'paragraph':
        return [this.paragraph(part.text, signed)];
      case 'list':
        return [{ ...part, items: part.items.map((item) => printer.text(item)) }];
      case 'picture':
        return [this.picture(part.picture, part.alt)];
      case 'textTable':
        return this.textTable(part.table);
      case 'statutoryTable':
        return [printStatutoryTable(part, printer, this.headingLines)];
      case 'localRows':
        return printLocalRows(part.rows, printer);
      case 'signature': {
        const lines = [part.agency, part.writtenOn].filter((line) => line !== null);
        return [{ kind: 'signature', lines: lines.map((line) => printer.text(line)) }];
      }
    }
  }

  private paragraph(text: string, signed: boolean): PrintedPart {
    return { kind: 'paragraph', text: this.printer.text(text), keepsNext: signed && text.length <= longestKept };
  }

  private textTable(table: TextTable): readonly PrintedPart[] {
    const printed = printTextTable(table, this.printer);
    const { caption } = table;
    return printed.length > 0 || caption === null ? printed : [this.paragraph(caption, false)];
  }

  private picture(picture: Picture, alt: string): PrintedPart {
    if (!this.keeps(picture)) return this.paragraph(imagePlaceholder(alt), false);
    const file = `picture-${this.pictures.size}.${picture.mediaType === 'image/png' ? 'png' : 'jpg'}`;
    this.pictures.set(file, picture);
    const words = this.printer.line(alt);
    const caption = words === '' ? null : this.printer.text(alt);
    return { kind: 'picture', file, width: widthOnPage(picture), alt: words === '' ? '图' : words, caption };
  }
}

function noteOnMissing(missing: readonly string[]): string {
  const named = missing.slice(0, 30).map((character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `U+${code}`;
  });
  const rest = missing.length > named.length ? `等${missing.length}个` : '';
  return missingNote(`${named.join('、')}${rest}`);
}

/** Lays out a report as the data that `report.typ` draws. */
export function pdfSheet(carried: CarriedReport, printer: Printer, keeps: PictureTest): PreparedPdf {
  const { report } = carried;
  const sheet = new Sheet(printer, keeps);
  const { draft, version, address } = documentMarks(carried);
  const shortAddress =
    address !== null && address.length > longestAddress ? `${address.slice(0, longestAddress)}…` : address;
  const marks = {
    draft: draft === null ? null : printer.text(draft),
    version: printer.text(version),
    address: shortAddress === null ? null : printer.text(shortAddress),
  };
  const title = printer.line(titleOf(report));
  const author = report.agency === null ? [] : [printer.line(report.agency)];
  const parts = documentParts(report);
  const printed = parts.flatMap((part, at) => sheet.part(part, parts[at + 1]?.kind === 'signature'));
  const note: PrintedPart[] =
    printer.missing.length === 0 ? [] : [{ kind: 'note', text: printer.text(noteOnMissing(printer.missing)) }];
  return {
    sheet: {
      title,
      author,
      date: documentDate(carried),
      marks,
      parts: [...printed, ...note],
      attachment: { name: carriers.pdfAttachment, description: '机器可读的年度报告 / Machine-readable annual report' },
    },
    pictures: sheet.pictures,
  };
}
