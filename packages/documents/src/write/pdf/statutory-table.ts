import { noteMark } from '../../carried/stand-ins.ts';
import { widthOf } from '../../pdf/text-width.ts';
import type { StatutoryPart } from '../statutory-parts.ts';
import type { PrintedText, Printer } from './printable-text.ts';
import type { PrintedCell, PrintedGroup, PrintedTable } from './printed-table.ts';
import { plainCell } from './printed-table.ts';
import { fitted, roomIn } from './table-room.ts';

type Shown = StatutoryPart['groups'][number]['rows'][number]['cells'][number];

interface Face {
  readonly size: number;
  readonly insetX: number;
  readonly insetY: number;
  /** Widths of the label columns as parts of 1; the figures share the rest. */
  readonly labels: readonly number[];
}

/** How each statutory table is set: type in points, room around it, widths. */
const faces: Readonly<Record<StatutoryPart['table']['layout'], Face>> = {
  bands: { size: 10.5, insetX: 5, insetY: 5.5, labels: [0.31] },
  matrix: { size: 9, insetX: 2.8, insetY: 4.2, labels: [0.05, 0.112, 0.31] },
  groups: { size: 9, insetX: 2, insetY: 5.5, labels: [] },
};

/** Texts up to this length stand in the cell of a figure; of longer ones the beginning, and all of it under the table. */
const roomInCell = 24;
const beginning = 12;
/** Columns with less than this part of the width have heads of two characters a line. */
const narrowShare = 0.1;
const opensGroup = /^（.）/u;

/** A label beside several rows stands upright in the outermost column; in the next its number has a line of its own. */
function uprightText(text: string, column: number, printer: Printer): PrintedText {
  if (column > 0) return printer.text(text.replace(opensGroup, '$&\n'));
  const [opening = '', rest = ''] = /^(.、)?(.*)$/u.exec(text)?.slice(1) ?? [];
  return printer.text([opening, ...rest].filter((line) => line !== '').join('\n'));
}

/** A head over a narrow column breaks between words, nearly all of which have two characters. */
const inPairs = (text: string): string =>
  text.length > 3 && text.length % 2 === 0 ? (text.match(/../gu) ?? []).join('\n') : text;

class StatutoryTablePrinter {
  readonly notes: PrintedText[] = [];
  private readonly printer: Printer;
  private readonly face: Face;
  /** The part of the width that a column of figures has, from 0 to 1. */
  readonly figureShare: number;

  constructor(printer: Printer, face: Face, figureColumns: number) {
    this.printer = printer;
    this.face = face;
    this.figureShare = (1 - face.labels.reduce((sum, share) => sum + share, 0)) / figureColumns;
  }

  row(row: StatutoryPart['groups'][number]['rows'][number]): readonly PrintedCell[] {
    const band = row.kind === 'band';
    return row.cells.map((cell) => ({
      ...plainCell,
      column: cell.column,
      columnSpan: cell.columnSpan,
      rowSpan: cell.kind === 'figure' ? 1 : cell.rowSpan,
      ...(cell.kind === 'figure' ? this.figure(cell.text, cell.columnSpan) : this.label(cell)),
      ...(band && { shaded: true, align: 'left' as const }),
    }));
  }

  private label(cell: Exclude<Shown, { kind: 'figure' }>): Pick<PrintedCell, 'text' | 'align'> {
    const upright = cell.kind === 'label' && cell.rowSpan > 1;
    if (upright) return { text: uprightText(cell.text, cell.column, this.printer), align: 'center' };
    if (cell.kind !== 'head') return { text: this.printer.text(cell.text), align: 'left' };
    const narrow = cell.columnSpan === 1 && this.figureShare < narrowShare;
    return { text: this.printer.text(narrow ? inPairs(cell.text) : cell.text), align: 'center' };
  }

  private figure(text: string, columnSpan: number): Pick<PrintedCell, 'text' | 'dense'> {
    const characters = [...text];
    const share = columnSpan * this.figureShare;
    const dense = widthOf(text) > roomIn(share, this.face);
    const room = roomIn(share, this.face, dense);
    if (characters.length <= roomInCell) return { text: this.printer.text(text, room), dense };
    const number = noteMark(this.notes.length + 1);
    this.notes.push(this.printer.text(`${number}${text}`));
    return { text: this.printer.text(`${characters.slice(0, beginning).join('')}…${number}`, room), dense };
  }
}

/** Gathers rows under the heads that stand over them. */
function groupsOf(rows: readonly { readonly kind: string; readonly cells: readonly PrintedCell[] }[]): PrintedGroup[] {
  const groups: { heads: (readonly PrintedCell[])[]; rows: (readonly PrintedCell[])[] }[] = [];
  let bodyBefore = true;
  for (const { kind, cells } of rows) {
    const isHead = kind !== 'body';
    if (isHead && bodyBefore) groups.push({ heads: [], rows: [] });
    groups.at(-1)?.[isHead ? 'heads' : 'rows'].push(cells);
    bodyBefore = !isHead;
  }
  return groups;
}

/** A statutory table with the figures of a report, drawn as the notice draws it, under so many lines of headings. */
export function printStatutoryTable(part: StatutoryPart, printer: Printer, headingLines: number): PrintedTable {
  const face = faces[part.table.layout];
  const { labels, size, insetX, insetY } = face;
  const table = new StatutoryTablePrinter(printer, face, part.columns - part.labelColumns);
  const rows = part.groups.flatMap((group) => group.rows);
  const groups = groupsOf(rows.map((row) => ({ kind: row.kind, cells: table.row(row) })));
  const columns = Array.from({ length: part.columns }, (_, column) => labels[column] ?? table.figureShare);
  return {
    kind: 'table',
    caption: null,
    unit: part.unit === null ? null : printer.text(part.unit),
    ...fitted({ columns, size, insetX, insetY, groups }, headingLines),
    notes: table.notes,
  };
}
