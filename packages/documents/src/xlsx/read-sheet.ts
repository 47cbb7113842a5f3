import { DocumentRefused } from '../office/document-refused.ts';
import type { MergedCells, SheetCell, SheetGrid } from '../sheet/sheet-lines.ts';
import { widestGrid } from '../source/table-grid.ts';
import type { XmlTag } from '../xml/read-xml.ts';
import { attributeOf, readXml } from '../xml/read-xml.ts';
import type { NumberStyle } from './number-styles.ts';
import { numberText } from './number-text.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly sharedStrings: readonly string[];
  readonly styles: readonly NumberStyle[];
  readonly from1904: boolean;
}

export interface SheetReading {
  /** Whether rows and columns are read as well that are hidden, as a filter hides them; otherwise they are left out. */
  readonly withHidden: boolean;
}

export interface ReadSheet extends SheetGrid {
  /** Cells with a formula for which the file holds no value. */
  readonly withoutValue: readonly { readonly row: number; readonly column: number }[];
  /** What is printed above and below each page, without the codes that say how. */
  readonly edges: readonly string[];
}

const lastRow = 1_048_576;
const mostMerged = 50_000;
const reference = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i;

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** The letters of a column, as spreadsheets name it. */
export function columnName(column: number): string {
  const before = column > 26 ? columnName(Math.floor((column - 1) / 26)) : '';
  return before + String.fromCharCode(65 + ((column - 1) % 26));
}

export function placeOf(text: string | null): { readonly row: number; readonly column: number } | null {
  const match = reference.exec(text ?? '');
  const row = Number(match?.[2] ?? 0);
  return match === null || row < 1 || row > lastRow ? null : { row, column: columnNumber(match[1] ?? 'A') };
}

const escaped = /_x([0-9A-F]{4})_/g;

/** Workbooks write characters that XML cannot hold as _x000D_ and the like. */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(escaped, (_, code: string) =>
    code === '000D' ? '' : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Codes of headers and footers: fonts, sizes, colours, sides, and page numbers and names that programs fill in. */
const edgeCode = /&(?:"[^"]*"|K[0-9A-Fa-f]{6}|\d{1,3}|[A-Z+-])/g;
const edge = /^s:(?:odd|even|first)(?:Header|Footer)$/;

const saysHidden = (tag: XmlTag): boolean => ['1', 'true'].includes(attributeOf(tag, 'hidden') ?? '');

class SheetReader {
  readonly rows: { row: number; cells: SheetCell[] }[] = [];
  readonly merged: MergedCells[] = [];
  readonly withoutValue: { row: number; column: number }[] = [];
  readonly edges: string[] = [];
  readonly #context: SheetContext;
  readonly #reading: SheetReading;
  readonly #hiddenColumns: { from: number; to: number }[] = [];
  #row = 0;
  #rowHidden = false;
  #column = 0;
  #type = 'n';
  #style: NumberStyle = { kind: 'number' };
  #value = '';
  #inlineText = '';
  #formula = false;
  #hasValue = false;
  #edge = '';
  #into: 'value' | 'inline' | 'edge' | null = null;
  #phonetic = 0;

  constructor(context: SheetContext, reading: SheetReading) {
    this.#context = context;
    this.#reading = reading;
  }

  isHidden(column: number): boolean {
    return this.#hiddenColumns.some(({ from, to }) => from <= column && column <= to);
  }

  open(tag: XmlTag): void {
    switch (tag.name) {
      case 's:col':
        if (this.#isHidden(tag) && this.#hiddenColumns.length < widestGrid) {
          this.#hiddenColumns.push({
            from: Number(attributeOf(tag, 'min') ?? 0),
            to: Number(attributeOf(tag, 'max') ?? 0),
          });
        }
        return;
      case 's:row':
        this.#openRow(tag);
        return;
      case 's:c':
        this.#openCell(tag);
        return;
      case 's:f':
        this.#formula = true;
        return;
      case 's:v':
        this.#into = 'value';
        this.#hasValue = true;
        return;
      case 's:rPh':
        this.#phonetic += 1;
        return;
      case 's:t':
        this.#into = 'inline';
        return;
      case 's:mergeCell':
        this.#merge(attributeOf(tag, 'ref') ?? '');
        return;
      default:
        if (!edge.test(tag.name)) return;
        this.#edge = '';
        this.#into = 'edge';
    }
  }

  close(name: string): void {
    if (name === 's:v' || name === 's:t') this.#into = null;
    else if (name === 's:rPh') this.#phonetic -= 1;
    else if (name === 's:c') this.#closeCell();
    else if (this.#into === 'edge' && edge.test(name)) this.#closeEdge();
  }

  text(text: string): void {
    if (this.#into === 'value') this.#value += text;
    else if (this.#into === 'inline' && this.#phonetic === 0) this.#inlineText += text;
    else if (this.#into === 'edge') this.#edge += text;
  }

  #isHidden(tag: XmlTag): boolean {
    return !this.#reading.withHidden && saysHidden(tag);
  }

  #closeEdge(): void {
    this.#into = null;
    const text = this.#edge.replace(edgeCode, '').replaceAll('&&', '&').trim();
    if (text !== '') this.edges.push(text);
  }

  #openRow(tag: XmlTag): void {
    const stated = Number(attributeOf(tag, 'r') ?? this.#row + 1);
    // Rows come in order; one that goes back or beyond the last would shift what follows.
    if (!Number.isInteger(stated) || stated <= this.#row || stated > lastRow) throw new DocumentRefused('BROKEN');
    this.#row = stated;
    this.#column = 0;
    this.#rowHidden = this.#isHidden(tag);
  }

  #openCell(tag: XmlTag): void {
    this.#column = placeOf(attributeOf(tag, 'r'))?.column ?? this.#column + 1;
    this.#type = attributeOf(tag, 't') ?? 'n';
    this.#style = this.#context.styles[Number(attributeOf(tag, 's') ?? 0)] ?? { kind: 'number' };
    this.#value = '';
    this.#inlineText = '';
    this.#formula = false;
    this.#hasValue = false;
    const last = this.rows.at(-1);
    if (!this.#rowHidden && last?.row !== this.#row) this.rows.push({ row: this.#row, cells: [] });
  }

  #closeCell(): void {
    const isShown = !this.#rowHidden && this.#column <= widestGrid && !this.isHidden(this.#column);
    if (!isShown) return;
    if (this.#formula && !this.#hasValue) this.withoutValue.push({ row: this.#row, column: this.#column });
    const text = this.#cellText();
    const cells = this.rows.at(-1)?.cells;
    const last = cells?.at(-1);
    if (text.trim() !== '' && (last === undefined || last.column < this.#column))
      cells?.push({ column: this.#column, text });
  }

  #cellText(): string {
    switch (this.#type) {
      case 's':
        return unescaped(this.#context.sharedStrings[Number(this.#value)] ?? '');
      case 'inlineStr':
        return unescaped(this.#inlineText);
      case 'b':
        return this.#hasValue ? (this.#value.trim() === '1' ? 'TRUE' : 'FALSE') : '';
      case 'n':
        return this.#hasValue ? numberText(this.#value, this.#style, this.#context.from1904) : '';
      default:
        return unescaped(this.#value);
    }
  }

  #merge(range: string): void {
    const [from, to] = range.split(':').map(placeOf);
    if (from === undefined || to === undefined || from === null || to === null) return;
    if (this.merged.length >= mostMerged) throw new DocumentRefused('TOO_COMPLEX');
    this.merged.push({
      firstRow: Math.min(from.row, to.row),
      lastRow: Math.max(from.row, to.row),
      firstColumn: Math.min(from.column, to.column),
      lastColumn: Math.max(from.column, to.column),
    });
  }
}

/**
 * Reads a sheet: the texts of the cells that it shows, in their rows and columns, and which cells are drawn as one.
 * Formulas count by the values that were saved with them.
 */
export function readSheet(
  bytes: Uint8Array,
  context: SheetContext,
  reading: SheetReading = { withHidden: false },
): ReadSheet {
  const reader = new SheetReader(context, reading);
  readXml(bytes, reader);
  const { rows, merged, withoutValue, edges } = reader;
  const isHidden = (column: number): boolean => reader.isHidden(column);
  while (rows.at(-1)?.cells.length === 0) rows.pop();
  return { rows, merged, isHidden, withoutValue, edges };
}
