import type { CellArea } from '../workbook/cell-place.ts';
import type { SheetCell, SheetLayout } from '../workbook/sheet.ts';
import { textCell } from '../workbook/sheet.ts';
import type { SheetWriter } from '../workbook/workbook-writer.ts';
import { heightOf, linesIn } from './row-height.ts';

/** What is said under a key: text, or what a cell of another kind shows; null is left out. */
export type GuideContent = SheetCell['content'] | string | null;

export type GuideLine = readonly [key: string, content: GuideContent];

/** The first sheet of a workbook, which says what it holds: a column of keys, and one of what is said of them. */
export function guideLayout(name: string, widths: readonly [key: number, text: number]): SheetLayout {
  return {
    name,
    position: 0,
    shown: 'visible',
    widths,
    frozen: { rows: 0, columns: 0 },
    gridLines: false,
    landscape: false,
    fitWidth: true,
    titleRows: 0,
  };
}

/** Writes such a sheet from its title down. */
export class GuideSheet {
  readonly #sheet: SheetWriter;
  readonly #merges: CellArea[] = [];

  constructor(sheet: SheetWriter, title: string) {
    this.#sheet = sheet;
    this.#across(sheet.row({ height: 40, cells: [textCell(1, 'leftTitle', title)] }));
  }

  heading(text: string): void {
    this.#across(this.#sheet.row({ height: 28, cells: [textCell(1, 'heading', text)] }));
  }

  line([key, content]: GuideLine): void {
    if (content === null) return;
    const value: SheetCell =
      typeof content === 'string' ? textCell(2, 'valueAsText', content) : { column: 2, look: 'value', content };
    const [keyWidth = 0, textWidth = 0] = this.#sheet.layout.widths;
    const text = value.content.kind === 'text' ? value.content.text : '';
    const height = heightOf(Math.max(linesIn(key, keyWidth), linesIn(text, textWidth)));
    this.#sheet.row({ height, cells: [textCell(1, 'key', key), value] });
  }

  lines(lines: readonly GuideLine[]): void {
    for (const line of lines) this.line(line);
  }

  end(): void {
    this.#sheet.end({ merges: this.#merges });
  }

  #across(row: number): void {
    this.#merges.push({ from: { row, column: 1 }, to: { row, column: this.#sheet.layout.widths.length } });
  }
}
