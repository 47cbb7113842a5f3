import type { CellValue, GridCell, Report, StatutoryTable } from '@nianbao/core';
import { formatOf, tableGrid } from '@nianbao/core';
import type { CellSetting, DrawLine, DrawnCell } from './pdf-drawing.ts';
import { drawTable, stroked, textAt, widthOf } from './pdf-drawing.ts';
import { pdfOf } from './pdf-file.ts';

const left = 70;
const right = 525;
const foot = 760;
const lineHeight = 20;
const textSize = 12;

/** Breaks a text into lines as a page does, with the indent of a paragraph. */
function brokenLines(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  const room = () => right - left - (lines.length === 0 ? 2 * textSize : 0);
  for (const sign of text) {
    if (widthOf(line + sign, textSize) > room()) {
      lines.push(line);
      line = '';
    }
    line += sign;
  }
  return [...lines, line];
}

const headSetting: CellSetting = { across: 'middle' };

const written = (value: CellValue | undefined): string =>
  value === null || value === undefined || typeof value === 'object' ? '' : String(value);

/** Sets a text into lines of at most `width` points, as a narrow cell does. */
function inCell(text: string, width: number): string[] {
  const lines = [''];
  for (const sign of text) {
    if (widthOf((lines.at(-1) ?? '') + sign) > width - 6) lines.push('');
    lines[lines.length - 1] += sign;
  }
  return lines;
}

/** How the tables of a report are drawn: their lines, where figures stand in their cells, how wide the labels are. */
export interface TableDrawing {
  readonly draw?: DrawLine;
  readonly figures?: CellSetting;
  readonly labels?: CellSetting;
  /** Width of all label columns of 表三 together, in points. */
  readonly labelWidth?: number;
}

/** Puts a report on pages one below the other; tables break where a page ends, as word processors break them. */
class PdfWriter {
  readonly pages: string[] = [''];
  readonly #drawing: TableDrawing;
  #y = 80;

  constructor(drawing: TableDrawing) {
    this.#drawing = drawing;
  }

  #add(content: string): void {
    this.pages[this.pages.length - 1] += content;
  }

  #newPage(): void {
    this.pages.push('');
    this.#y = 80;
  }

  line(text: string, x: number): void {
    if (this.#y > foot) this.#newPage();
    this.#add(textAt([x, this.#y], text, textSize));
    this.#y += lineHeight;
  }

  paragraph(text: string): void {
    for (const [at, line] of brokenLines(text).entries()) this.line(line, at === 0 ? left + 2 * textSize : left);
  }

  table(table: StatutoryTable, report: Report): void {
    const format = formatOf(report);
    if (format === null) return;
    const grid = tableGrid(format, table);
    const { draw, figures: figureSetting, labels: labelSetting, labelWidth = 190 } = this.#drawing;
    const labels = grid.labelColumns === 0 ? 0 : labelWidth;
    const xs = [left];
    for (let at = 0; at < grid.labelColumns; at += 1) xs.push(left + (labels * (at + 1)) / grid.labelColumns);
    const figures = grid.columns - grid.labelColumns;
    for (let at = 0; at < figures; at += 1) xs.push(left + labels + ((right - left - labels) * (at + 1)) / figures);
    let part: DrawnCell[][] = [];
    let heights: number[] = [];
    // Labels of several rows that are open, by column: a page break draws the rest of them again on the next page.
    let open: { column: number; columnSpan: number; rows: number }[] = [];
    const flush = () => {
      if (part.length > 0) this.#add(drawTable({ top: this.#y - 12, xs, heights, rows: part, draw: draw ?? stroked }));
      this.#y += heights.reduce((sum, height) => sum + height, 0) + 14;
      part = [];
      heights = [];
    };
    for (const row of grid.rows) {
      const starts = columnsOf(row.cells, open);
      const drawn = row.cells.map((cell, at): DrawnCell & { start: number; rowSpan: number; columnSpan: number } => {
        const start = starts[at] ?? 0;
        const text = cell.kind === 'figure' ? written(report.facts[cell.cell.key]) : cell.text;
        const width = (xs[start + cell.columnSpan] ?? right) - (xs[start] ?? left);
        const rowSpan = cell.kind === 'figure' ? 1 : cell.rowSpan;
        const setting = cell.kind === 'figure' ? figureSetting : cell.kind === 'label' ? labelSetting : headSetting;
        return { ...setting, lines: inCell(text, width), columnSpan: cell.columnSpan, rowSpan, start };
      });
      const single = drawn.filter((cell) => cell.rowSpan === 1).map((cell) => cell.lines.length);
      const height = Math.max(1, ...single) * 12 + 8;
      const used = heights.reduce((sum, each) => sum + each, 0);
      if (this.#y + used + height > foot + 20 && part.length > 0) {
        const rest: DrawnCell[] = open.map(({ columnSpan, rows }) => ({ lines: [''], columnSpan, rowSpan: rows }));
        part = part.map((cells, at) =>
          cells.map((cell) => ({ ...cell, rowSpan: Math.min(cell.rowSpan ?? 1, part.length - at) })),
        );
        flush();
        this.#newPage();
        part.push([...rest, ...drawn]);
      } else part.push(drawn);
      heights.push(height);
      open = [
        ...open.map((span) => ({ ...span, rows: span.rows - 1 })),
        ...drawn.map(({ start: column, columnSpan, rowSpan }) => ({ column, columnSpan, rows: rowSpan - 1 })),
      ]
        .filter(({ rows }) => rows > 0)
        .sort((a, b) => a.column - b.column);
    }
    flush();
  }
}

/** Where a row's cells begin, past the columns that labels from above still take. */
function columnsOf(
  cells: readonly GridCell[],
  open: readonly { readonly column: number; readonly columnSpan: number }[],
): number[] {
  let column = 0;
  return cells.map((cell) => {
    for (;;) {
      const over = open.find((span) => span.column === column);
      if (over === undefined) break;
      column += over.columnSpan;
    }
    const start = column;
    column += cell.columnSpan;
    return start;
  });
}

/** Draws a report as a PDF with tables that break over pages, each page with its number at the foot. */
export function reportAsPdf(report: Report, drawing: TableDrawing = {}): Uint8Array {
  const writer = new PdfWriter(drawing);
  writer.line(report.title, 300 - widthOf(report.title, textSize) / 2);
  for (const block of report.preface) if (block.kind === 'paragraph') writer.paragraph(block.text);
  const format = formatOf(report);
  for (const section of report.sections) {
    writer.paragraph(section.title);
    for (const block of section.blocks) if (block.kind === 'paragraph') writer.paragraph(block.text);
    const number = format?.sections.find(({ id }) => id === section.id)?.number;
    const table = format?.tables.find((item) => item.section === number);
    if (table !== undefined) writer.table(table, report);
  }
  const pages = writer.pages.map((content, at) => ({ content: content + textAt([285, 800], `- ${at + 1} -`) }));
  return pdfOf({ pages });
}
