import type { CellValue, Format, GridCell, Report, StatutoryTable } from '@nianbao/core';
import { formatOf, tableGrid } from '@nianbao/core';
import { displayWidth } from '../text/width.ts';

/** How converters, copy and paste and page makers leave the same report. */
export type Layout = (report: Report) => string;

export interface DrawnCell {
  readonly text: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

const written = (value: CellValue | undefined): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? value.unreadable : String(value);
};

function drawn(cell: GridCell, report: Report): DrawnCell {
  return cell.kind === 'figure'
    ? { text: written(report.facts[cell.cell.key]), columnSpan: cell.columnSpan, rowSpan: 1 }
    : { text: cell.text, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan };
}

function rowsOf(report: Report, table: StatutoryTable): readonly (readonly DrawnCell[])[] {
  const format = formatOf(report);
  if (format === null) return [];
  return tableGrid(format, table).rows.map((row) => row.cells.map((cell) => drawn(cell, report)));
}

export type DrawTable = (rows: readonly (readonly DrawnCell[])[]) => string;

/** How a kind of file marks up paragraphs and tables. */
export interface Marks {
  readonly paragraph: (text: string) => string;
  readonly table: DrawTable;
}

/** Title, preface, and each section with its text and the statutory table that belongs to it. */
export function whole(report: Report, marks: Marks): string {
  const format: Format | null = formatOf(report);
  const parts = [marks.paragraph(report.title)];
  for (const block of report.preface) if (block.kind === 'paragraph') parts.push(marks.paragraph(block.text));
  for (const section of report.sections) {
    parts.push(marks.paragraph(section.title));
    for (const block of section.blocks) if (block.kind === 'paragraph') parts.push(marks.paragraph(block.text));
    const number = format?.sections.find(({ id }) => id === section.id)?.number;
    const table = format?.tables.find((item) => item.section === number);
    if (table !== undefined) parts.push(marks.table(rowsOf(report, table)));
  }
  return parts.join('');
}

const line = (text: string): string => `${text}\n`;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const htmlCell = ({ text, columnSpan, rowSpan }: DrawnCell): string => {
  const spans = `${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`;
  return `<td${spans}><p>${text === '' ? '&nbsp;' : escaped(text)}</p></td>`;
};

/** A table with row and column spans, as the notice draws it. */
export const html: Layout = (report) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${whole(report, {
    paragraph: (text) => `<p>${escaped(text)}</p>\n`,
    table: (rows) =>
      `<table border="1"><tbody>${rows.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`).join('\n')}</tbody></table>\n`,
  })}</body></html>`;

const flat = (rows: readonly (readonly DrawnCell[])[]): string[] => rows.flatMap((row) => row.map((cell) => cell.text));

/** One cell a line with an empty line between, so that a blank cell shows by the count of empty lines alone. */
export const separatedLines: Layout = (report) =>
  whole(report, { paragraph: (text) => `${text}\n\n`, table: (rows) => `${flat(rows).join('\n\n')}\n\n` });

/** One cell a line, blank cells as empty lines. */
export const denseLines: Layout = (report) =>
  whole(report, { paragraph: line, table: (rows) => `${flat(rows).join('\n')}\n` });

/** Rows with bars between cells; cells that a row span covers are left out, spans leave bars at the end. */
export const barRows: Layout = (report) =>
  whole(report, {
    paragraph: line,
    table: (rows) =>
      rows.map((row) => line(`${row.map((cell) => cell.text).join(' | ')} |${'|'.repeat(row.length % 3)}`)).join(''),
  });

/** A Markdown table with bars at both ends and a line of dashes under the first row. */
export const markdown: Layout = (report) =>
  whole(report, {
    paragraph: (text) => `${text}\n\n`,
    table: (rows) => {
      const [first, ...rest] = rows.map((row) => `| ${row.map((cell) => cell.text).join(' | ')} |`);
      return `${first}\n|---|---|\n${rest.join('\n')}\n\n`;
    },
  });

/** Each cell on a line of its own, ended by a bar. */
export const endedByBars: Layout = (report) =>
  whole(report, {
    paragraph: line,
    table: (rows) =>
      rows.map((row) => `${row.map((cell) => line(cell.text === '' ? '|' : `${cell.text} |`)).join('')}|||\n`).join(''),
  });

/** A bar on a line of its own before each cell but the first of a row. */
export const betweenBars: Layout = (report) =>
  whole(report, {
    paragraph: line,
    table: (rows) =>
      rows
        .map((row) => row.map((cell) => cell.text).join('\n|\n'))
        .map(line)
        .join(''),
  });

/** Tabs between the places of the grid, with the places that a span covers left empty, as a spreadsheet pastes. */
export const tabs: Layout = (report) =>
  whole(report, {
    paragraph: line,
    table: (rows) => {
      const covered: number[] = [];
      return rows
        .map((row, at) => {
          const places: string[] = [];
          let column = 0;
          const skip = () => {
            while ((covered[column] ?? 0) > at) {
              places[column] = '';
              column += 1;
            }
          };
          for (const cell of row) {
            skip();
            for (let step = 0; step < cell.columnSpan; step += 1) {
              places[column] = step === 0 ? cell.text : '';
              covered[column] = at + cell.rowSpan;
              column += 1;
            }
          }
          skip();
          return line(places.join('\t'));
        })
        .join('');
    },
  });

/** Columns set apart by white space, as text is taken from a page; a wide column for labels. */
export const gaps: Layout = (report) =>
  whole(report, {
    paragraph: line,
    table: (rows) =>
      rows
        .map((row) =>
          line(
            row
              .map((cell, at) => cell.text + ' '.repeat(Math.max(3, (at === 0 ? 90 : 24) - displayWidth(cell.text))))
              .join(''),
          ),
        )
        .join(''),
  });

/** Every layout by name. Those in `blankSafe` keep blank cells in their places. */
export const layouts: Readonly<Record<string, Layout>> = {
  html,
  separatedLines,
  denseLines,
  barRows,
  markdown,
  endedByBars,
  betweenBars,
  tabs,
  gaps,
};

export const blankSafe: readonly string[] = [
  'html',
  'separatedLines',
  'denseLines',
  'barRows',
  'markdown',
  'endedByBars',
  'tabs',
];
