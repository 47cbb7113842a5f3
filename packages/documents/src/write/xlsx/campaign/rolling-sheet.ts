import type { SheetClose, SheetLayout, SheetRow } from '../workbook/sheet.ts';
import type { SheetWriter, WorkbookWriter } from '../workbook/workbook-writer.ts';

/** Excel holds 1,048,576 rows in a sheet; a list that has more goes on in the next one. */
export const mostRows = 1_000_000;

/** A long list under heads, on as many sheets as it needs. */
export class RollingSheet {
  readonly #book: WorkbookWriter;
  readonly #layout: SheetLayout;
  readonly #head: SheetRow;
  readonly #most: number;
  #sheet: SheetWriter | null = null;
  #sheets = 0;
  #total = 0;

  constructor(book: WorkbookWriter, list: { layout: SheetLayout; head: SheetRow; most?: number }) {
    this.#book = book;
    this.#layout = list.layout;
    this.#head = list.head;
    this.#most = list.most ?? mostRows;
    this.#open();
  }

  /** Rows written so far, heads left out. */
  get total(): number {
    return this.#total;
  }

  row(row: SheetRow): void {
    const sheet = this.#sheet !== null && this.#sheet.rowCount < this.#most ? this.#sheet : this.#open();
    sheet.row(row);
    this.#total += 1;
  }

  end(): void {
    this.#close();
  }

  #open(): SheetWriter {
    this.#close();
    this.#sheets += 1;
    const { name, position } = this.#layout;
    const number = this.#sheets === 1 ? '' : ` ${this.#sheets}`;
    const sheet = this.#book.sheet({
      ...this.#layout,
      name: `${name}${number}`,
      position: position + (this.#sheets - 1) / 1000,
    });
    sheet.row(this.#head);
    this.#sheet = sheet;
    return sheet;
  }

  #close(): void {
    if (this.#sheet === null) return;
    const to = { row: this.#sheet.rowCount, column: this.#head.cells.length };
    const close: SheetClose = { filter: { from: { row: 1, column: 1 }, to } };
    this.#sheet.end(close);
    this.#sheet = null;
  }
}
