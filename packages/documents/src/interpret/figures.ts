import type { Cell, CellKey, CellValue, Finding, Format } from '@nianbao/core';
import { readingFinding } from '../findings/reading-finding.ts';
import type { SourceOf } from '../source/locate.ts';
import type { SourceCell } from '../source/source.ts';
import type { AlignedRow, Alignment } from './align.ts';
import { alignCells } from './align.ts';
import type { AssignedRow } from './assign-rows.ts';
import { assignRows } from './assign-rows.ts';
import type { ValueNote } from './cell-value.ts';
import { readCell } from './cell-value.ts';
import { disputeCells } from './disputes.ts';
import { rowsOfFormat } from './format-rows.ts';
import type { TableRuns } from './run.ts';

/**
 * What leaves a figure's cell less than certain: `columnsByValues` where blank cells of the row were passed over,
 * `columnsUnderHeads` where only the heads above tell the column, `columnsInOrder` where the first figures were taken in
 * order, `rowByPlace` where the row has no label and lies between others, `rowLabelDiffers` where its label is worded
 * otherwise, `digitsTogether` where figures run together and each digit was taken for one.
 */
export const figureDoubts = [
  'columnsByValues',
  'columnsUnderHeads',
  'columnsInOrder',
  'rowByPlace',
  'rowLabelDiffers',
  'digitsTogether',
] as const;

export type FigureDoubt = (typeof figureDoubts)[number];

/** One figure as read: what it is, where it stood, as what, and how sure its place in the table is (0 to 1). */
export interface ReadFigure extends SourceOf {
  readonly cell: CellKey;
  readonly value: CellValue;
  readonly text: string;
  readonly confidence: number;
  /** Why it is not quite sure; none where it is. */
  readonly doubts: readonly FigureDoubt[];
}

export interface ReadFigures {
  readonly figures: ReadonlyMap<CellKey, ReadFigure>;
  readonly findings: readonly Finding[];
  /** Rows of the format, as table and row, that the source has in some form. */
  readonly rowsFound: ReadonlySet<string>;
}

const confidences: Readonly<Record<Alignment, number>> = {
  counted: 1,
  values: 0.95,
  heads: 0.8,
  leading: 0.5,
  none: 0,
};
const alignmentDoubts: Readonly<Record<Alignment, readonly FigureDoubt[]>> = {
  counted: [],
  values: ['columnsByValues'],
  heads: ['columnsUnderHeads'],
  leading: ['columnsInOrder'],
  none: [],
};
const noteKinds: Readonly<Record<ValueNote, 'READ-CELL-UNIT' | 'READ-CELL-WORDS' | null>> = {
  unit: 'READ-CELL-UNIT',
  sign: 'READ-CELL-WORDS',
  zeroSign: null,
  grouping: null,
};

const listOf = (cells: readonly SourceCell[]): string =>
  cells
    .filter((cell) => cell.text !== '')
    .map((cell) => cell.text)
    .join('、')
    .slice(0, 120);

/** How sure the places of figures in the table are, and why not quite. */
type Certainty = Pick<ReadFigure, 'confidence' | 'doubts'>;

const certain: Certainty = { confidence: 1, doubts: [] };

function certaintyOf({ run, byPosition }: AssignedRow, by: Alignment): Certainty {
  const exact = run.label?.exact ?? true;
  return {
    confidence: confidences[by] * (exact ? 1 : 0.9) * (byPosition ? 0.8 : 1),
    doubts: [
      ...alignmentDoubts[by],
      ...(byPosition ? (['rowByPlace'] as const) : []),
      ...(exact ? [] : (['rowLabelDiffers'] as const)),
    ],
  };
}

const labelOf = (cell: Cell): string => cell.labels.slice(-2).join(' ');

class FigureReader {
  readonly figures = new Map<CellKey, ReadFigure>();
  readonly findings: Finding[] = [];
  readonly rowsFound = new Set<string>();
  readonly byPlace: AssignedRow[] = [];
  readonly format: Format;

  constructor(format: Format) {
    this.format = format;
  }

  take(cell: Cell, source: SourceCell, certainty: Certainty): void {
    const { value, note } = readCell(source.text, cell.kind, cell.unit);
    if (value === null) return;
    this.figures.set(cell.key, {
      cell: cell.key,
      value,
      text: source.text,
      part: null,
      line: source.line,
      column: source.column,
      ...certainty,
    });
    if (typeof value === 'object') {
      this.findings.push(
        readingFinding('READ-CELL-UNREADABLE', source, {
          cells: [cell.key],
          actual: value.unreadable,
          values: { label: labelOf(cell) },
        }),
      );
    }
    const kind = note === null ? null : noteKinds[note];
    if (kind !== null && typeof value === 'number') {
      this.findings.push(
        readingFinding(kind, source, { cells: [cell.key], actual: value, values: { label: labelOf(cell) } }),
      );
    }
  }

  row(assigned: AssignedRow): void {
    const { run } = assigned;
    const { cells, columns } = assigned.row;
    if (run.digits !== null) {
      this.#together(cells, run.digits, assigned);
      return;
    }
    const aligned = alignCells(assigned.cells, columns, run.kind === 'loose' ? [] : run.heads);
    const certainty = certaintyOf(assigned, aligned.by);
    for (const [at, cell] of cells.entries()) {
      const source = aligned.cells[at];
      if (source !== null && source !== undefined) this.take(cell, source, certainty);
    }
    if (assigned.byPosition) this.byPlace.push(assigned);
    this.#uncertain(aligned, cells, assigned);
  }

  #uncertain(aligned: AlignedRow, cells: readonly Cell[], assigned: AssignedRow): void {
    const spot = assigned.run.label ?? assigned.cells[0] ?? null;
    const values = assigned.cells.filter((cell) => cell.text !== '');
    if (aligned.by === 'counted' || aligned.by === 'values' || values.length === 0) return;
    const id = values.length > cells.length ? 'READ-CELLS-MORE' : 'READ-CELLS-FEWER';
    this.findings.push(
      readingFinding(id, spot, {
        cells: cells.map((cell) => cell.key),
        expected: cells.length,
        actual: values.length,
        values: { label: assigned.row.label, found: listOf(values) },
      }),
    );
  }

  /** One digit for each column is certain, and so is one number for one column; anything else is not. */
  #together(cells: readonly Cell[], digits: string, assigned: AssignedRow): void {
    const label = assigned.run.label;
    const divided = cells.length === 1 || digits.length === cells.length;
    const parts = cells.length === 1 ? [digits] : [...digits];
    const spot = { text: `${label?.text ?? digits}`, line: label?.line ?? 1, column: label?.column ?? 1 };
    for (const [at, cell] of divided ? cells.entries() : []) {
      const source = { ...spot, text: parts[at] ?? '', start: at, end: at + 1 };
      this.take(cell, source, { confidence: 0.9, doubts: ['digitsTogether'] });
    }
    this.findings.push(
      readingFinding('READ-CELLS-TOGETHER', spot, {
        severity: divided ? 'notice' : 'error',
        cells: cells.map((cell) => cell.key),
        expected: cells.length,
        actual: digits,
        values: {
          label: assigned.row.label,
          outcome: divided ? '每格一位，已逐格读入' : '无法分开，没有读入',
          outcomeEn: divided ? 'one digit for each cell was taken' : 'they cannot be told apart and none was taken',
        },
      }),
    );
  }

  rowLabel(table: string, row: string): string {
    return rowsOfFormat(this.format).get(`${table}.${row}`)?.label ?? row;
  }
}

function readTable(reader: FigureReader, tables: TableRuns, table: 't2' | 't3'): void {
  const assignment = assignRows(reader.format, tables.runs, table);
  for (const row of assignment.rows) {
    reader.rowsFound.add(`${table}.${row.row.row}`);
    reader.row(row);
  }
  for (const run of tables.runs) if (run.label?.table === table) reader.rowsFound.add(`${table}.${run.label.row}`);
  for (const run of assignment.unplaced) {
    reader.findings.push(
      readingFinding('READ-ROWS-UNPLACED', run.cells[0] ?? null, { values: { found: listOf(run.cells) } }),
    );
  }
  for (const run of assignment.repeated) {
    const label = run.label === null ? '' : reader.rowLabel(run.label.table, run.label.row);
    reader.findings.push(
      readingFinding('READ-ROW-REPEATED', run.label ?? run.cells[0] ?? null, {
        values: { label, found: listOf(run.cells) },
      }),
    );
  }
}

function readDisputes(reader: FigureReader, tables: TableRuns): void {
  const { format } = reader;
  const cells = format.cells.filter((cell) => cell.table === 't4');
  const found = disputeCells(format, tables.runs);
  if (tables.tables.has('t4')) for (const group of format.tables[2].groups) reader.rowsFound.add(`t4.${group.key}`);
  if (found.cells === null) {
    reader.findings.push(
      readingFinding('READ-TABLE-ORDER', found.found[0] ?? null, {
        cells: cells.map((cell) => cell.key),
        expected: cells.length,
        actual: found.found.length,
        values: { found: listOf(found.found) },
      }),
    );
    return;
  }
  for (const [at, source] of found.cells.entries()) {
    const cell = cells[at];
    if (cell !== undefined && source !== null) reader.take(cell, source, certain);
  }
}

/** Reads the figures of a report in the format that its tables have. */
export function readFigures(format: Format, tables: TableRuns): ReadFigures {
  const reader = new FigureReader(format);
  readTable(reader, tables, 't2');
  readTable(reader, tables, 't3');
  readDisputes(reader, tables);
  const first = reader.byPlace[0];
  if (first !== undefined) {
    const rows = reader.byPlace.map(({ row }) => row.label).join('；');
    reader.findings.push(readingFinding('READ-ROWS-BY-PLACE', first.cells[0] ?? null, { values: { rows } }));
  }
  return { figures: reader.figures, findings: reader.findings, rowsFound: reader.rowsFound };
}
