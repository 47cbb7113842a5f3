import { isValueText } from '../interpret/cell-value.ts';
import { matchLabel } from '../labels/match-label.ts';
import type { SheetRow } from '../sheet/sheet-lines.ts';
import type { SourceCell, SourceItem, SourceLine, SourceRow } from '../source/source.ts';
import { plainLine } from '../source/source.ts';
import { sheetNames } from '../write/xlsx/report/sheet-names.ts';
import type { TextRowKind } from '../write/xlsx/report/text-rows.ts';
import { textRowKinds } from '../write/xlsx/report/text-rows.ts';
import { textSheetHeads } from '../write/xlsx/report/text-sheet.ts';
import type { ReadSheet } from './read-sheet.ts';

const isKind = (name: string): name is TextRowKind => name in textRowKinds;
const kindByWord = new Map<string, TextRowKind>(
  Object.keys(textRowKinds)
    .filter(isKind)
    .map((kind) => [textRowKinds[kind], kind]),
);
const kindColumn = 3;
const firstText = 4;

const textIn = ({ cells }: SheetRow, column: number): string =>
  cells.find((cell) => cell.column === column)?.text ?? '';

/** Whether a sheet is this project's own sheet of text, told by its heads. */
export function isTextSheet({ rows }: ReadSheet): boolean {
  const heads = rows.find(({ row }) => row === 2);
  return heads !== undefined && textSheetHeads.every((head, at) => textIn(heads, at + 1) === head);
}

/** Sheets that a workbook of this project has beside the tables and the text: a cover, the rules, the data once more. */
export const isBesideReport = (name: string): boolean =>
  name === sheetNames.cover || name === sheetNames.checks || name === sheetNames.data;

const ownSheets = new Set<string>(Object.values(sheetNames));

/** Whether a workbook of this project has a sheet of this name, so that hiding it hides a part of what was written. */
export const isOwnSheet = (name: string): boolean => ownSheets.has(name);

const isOfCell = ({ text }: SourceCell): boolean => text !== '' && (isValueText(text) || matchLabel(text) !== null);

/** Whether a line of the sheets in the official look belongs to the table: titles and hints around it are no text. */
export const isOfTable = ({ cells, text }: SourceLine): boolean => text === '' || cells.some(isOfCell);

interface TextLine {
  readonly block: string;
  readonly kind: TextRowKind;
  readonly row: SheetRow;
  readonly line: number;
  readonly texts: readonly string[];
}

function cellsOf({ texts, line }: TextLine): SourceCell[] {
  return texts.map((text, at) => ({ text, line, column: firstText + at, start: at, end: at + 1 }));
}

/** Gathers the rows of the sheet into lines, lists, tables and images; added rows come last in their section. */
class TextSheetReader {
  readonly items: SourceItem[] = [];
  readonly #added: SourceItem[] = [];
  #table: { readonly block: string; readonly rows: SourceRow[]; caption: string | null; heads: number } | null = null;
  #last: TextLine | null = null;
  #lists = 0;

  take(line: TextLine): void {
    const { kind, texts } = line;
    const [text = ''] = texts;
    if (kind === 'section') this.end();
    if (kind === 'caption' || kind === 'tableHead' || kind === 'tableRow') this.#tableRow(line);
    else {
      this.#endTable();
      if (kind === 'localRow') this.#added.push(this.#tableOf([{ kind: 'marked', cells: cellsOf(line) }], line.line));
      else if (kind === 'image') this.items.push({ kind: 'image', line: line.line, source: texts[1] ?? '', alt: text });
      else this.#line(line, text);
    }
    this.#last = line;
  }

  /** What is open at the end of a section. */
  end(): void {
    this.#endTable();
    for (const table of this.#added) this.items.push(table);
    this.#added.length = 0;
  }

  #line(line: TextLine, text: string): void {
    const { block, kind } = line;
    const isItem = kind === 'item' || kind === 'numberedItem';
    const before = this.items.at(-1);
    const sameBlock = this.#last?.block === block && this.#last.kind === kind;
    if (isItem && !sameBlock) this.#lists += 1;
    if (!isItem && sameBlock && before?.kind === 'line') {
      // A text longer than a cell can hold goes on in the next row.
      this.items[this.items.length - 1] = plainLine(before.text + text, before.line, before.column);
      return;
    }
    const list = isItem ? { id: this.#lists, ordered: kind === 'numberedItem' } : null;
    this.items.push({ ...plainLine(text, line.line, firstText), list });
  }

  #tableOf(rows: readonly SourceRow[], line: number): SourceItem {
    return { kind: 'table', line, caption: null, rows, headRows: 0 };
  }

  #tableRow(line: TextLine): void {
    if (this.#table?.block !== line.block) this.#endTable();
    this.#table ??= { block: line.block, rows: [], caption: null, heads: 0 };
    if (line.kind === 'caption') {
      this.#table.caption = line.texts[0] ?? null;
      return;
    }
    this.#table.rows.push({ kind: 'marked', cells: cellsOf(line) });
    if (line.kind === 'tableHead') this.#table.heads += 1;
  }

  #endTable(): void {
    if (this.#table === null) return;
    const { rows, caption, heads } = this.#table;
    this.items.push({ kind: 'table', line: rows[0]?.cells[0]?.line ?? 1, caption, rows, headRows: heads });
    this.#table = null;
  }
}

/** Reads this project's own sheet of text, block by block. `lineOf` gives the running line of a row. */
export function readTextSheet({ rows }: ReadSheet, lineOf: (row: number) => number): readonly SourceItem[] {
  const reader = new TextSheetReader();
  for (const row of rows) {
    const line = lineOf(row.row);
    if (row.row === 1) reader.items.push(plainLine(textIn(row, 1).trim(), line, 1));
    const kind = kindByWord.get(textIn(row, kindColumn));
    if (row.row <= 2 || kind === undefined) continue;
    const last = Math.max(firstText, ...row.cells.map(({ column }) => column));
    const texts = Array.from({ length: last - firstText + 1 }, (_, at) => textIn(row, firstText + at));
    reader.take({ block: `${textIn(row, 1)}.${textIn(row, 2)}`, kind, row, line, texts });
  }
  reader.end();
  return reader.items;
}
