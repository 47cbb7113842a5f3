import type { Cell, CellKey, CellValue, Finding, Format } from '@nianbao/core';
import { readingFinding } from '../findings/reading-finding.ts';
import type { SourceOf } from '../source/locate.ts';
import type { SourceCell } from '../source/source.ts';
import type { AlignedRow } from './align.ts';
import { alignCells } from './align.ts';
import type { AssignedRow } from './assign-rows.ts';
import { assignRows } from './assign-rows.ts';
import { readCell } from './cell-value.ts';
import type { Certainty } from './certainty.ts';
import { certain, certaintyOf, digitsTogether, orderBySums } from './certainty.ts';
import { disputeCells } from './disputes.ts';
import {
  cellFindings,
  columnFindings,
  listOf,
  orderToldBySums,
  orderUnknown,
  togetherFinding,
} from './figure-findings.ts';
import { rowsOfFormat } from './format-rows.ts';
import { inOfficialUnit, otherUnit } from './head-unit.ts';
import { repeatsLost } from './repeats-lost.ts';
import type { ColumnHead, RowLabel, TableRuns } from './run.ts';

/**
 * One figure as read: what it is, where it stood, as what, and how sure it is that it belongs in this cell.
 */
export interface ReadFigure extends SourceOf, Certainty {
  readonly cell: CellKey;
  readonly value: CellValue;
  readonly text: string;
}

/** Where the source has a cell that it leaves blank: the cell itself, or its row's label where only that is there. */
export type BlankPlaces = ReadonlyMap<CellKey, Pick<SourceCell, 'line' | 'column'>>;

export interface ReadFigures {
  readonly figures: ReadonlyMap<CellKey, ReadFigure>;
  readonly blanks: BlankPlaces;
  readonly findings: readonly Finding[];
  /** Rows of the format, as table and row, that the source has in some form. */
  readonly rowsFound: ReadonlySet<string>;
}

/** What besides its own text tells how a figure is to be taken. */
interface Circumstances {
  readonly certainty: Certainty;
  readonly heads?: readonly ColumnHead[];
}

class FigureReader {
  readonly figures = new Map<CellKey, ReadFigure>();
  readonly blanks = new Map<CellKey, Pick<SourceCell, 'line' | 'column'>>();
  readonly findings: Finding[] = [];
  readonly rowsFound = new Set<string>();
  readonly byPlace: AssignedRow[] = [];
  readonly format: Format;
  readonly #repeatsLost: boolean;

  constructor(format: Format, tables: TableRuns) {
    this.format = format;
    this.#repeatsLost = repeatsLost(tables);
  }

  take(cell: Cell, source: SourceCell, { certainty, heads = [] }: Circumstances): void {
    const read = readCell(source.text, cell.kind, cell.unit);
    const { note } = read;
    const unit = note === 'unit' ? null : otherUnit(cell, heads);
    const value = unit === null ? read.value : inOfficialUnit(read.value, unit);
    if (value === null) {
      this.blanks.set(cell.key, source);
      return;
    }
    this.figures.set(cell.key, {
      cell: cell.key,
      value,
      text: source.text,
      part: null,
      line: source.line,
      column: source.column,
      ...certainty,
    });
    const plain = note === null && unit === null && typeof value === 'number';
    if (!plain) this.findings.push(...cellFindings(cell, source, { value, note, headUnit: unit }));
  }

  row(assigned: AssignedRow): void {
    const { run } = assigned;
    const { cells, columns } = assigned.row;
    if (run.digits !== null) {
      this.#together(cells, run.digits, assigned);
      return;
    }
    const aligned = alignCells(assigned.cells, columns, run.kind === 'loose' ? [] : run.heads);
    const circumstances: Circumstances = { certainty: certaintyOf(assigned, aligned.by), heads: run.heads };
    for (const [at, cell] of cells.entries()) {
      const source = this.#certainOf(aligned, at);
      if (source !== null) this.take(cell, source, circumstances);
      else if (run.label !== null) this.blanks.set(cell.key, run.label);
    }
    if (assigned.byPosition) this.byPlace.push(assigned);
    if (!this.#repeatsLost) this.findings.push(...columnFindings(assigned, aligned.by));
  }

  /** Where cells that repeat others are lost, too few figures tell nothing, but the very first figure was never lost. */
  #certainOf({ cells, by }: AlignedRow, at: number): SourceCell | null {
    if (this.#repeatsLost && by === 'leading' && (at > 0 || this.figures.size > 0)) return null;
    return cells[at] ?? null;
  }

  /** One digit for each column is certain, and so is one number for one column; anything else is not. */
  #together(cells: readonly Cell[], digits: string, assigned: AssignedRow): void {
    const label = assigned.run.label;
    const divided = cells.length === 1 || digits.length === cells.length;
    const parts = cells.length === 1 ? [digits] : [...digits];
    const spot = { text: `${label?.text ?? digits}`, line: label?.line ?? 1, column: label?.column ?? 1 };
    for (const [at, cell] of divided ? cells.entries() : []) {
      const source = { ...spot, text: parts[at] ?? '', start: at, end: at + 1 };
      this.take(cell, source, { certainty: digitsTogether });
    }
    this.findings.push(togetherFinding(assigned.row, spot, { digits, certain: divided }));
  }

  /** A row whose label the source has, with figures or without. */
  rowNamed(label: RowLabel): void {
    const name = `${label.table}.${label.row}`;
    if (this.rowsFound.has(name)) return;
    this.rowsFound.add(name);
    for (const { key } of rowsOfFormat(this.format).get(name)?.cells ?? []) this.blanks.set(key, label);
  }

  /** Said once of the whole file, in the place of what there is to say of each row. */
  finish(): void {
    if (!this.#repeatsLost) return;
    const cells = this.format.cells
      .filter(({ key, table, row }) => this.rowsFound.has(`${table}.${row}`) && !this.figures.has(key))
      .map(({ key }) => key);
    const [first] = this.blanks.values();
    const spot = first === undefined ? null : { line: first.line, column: first.column, text: '' };
    this.findings.unshift(readingFinding('READ-REPEATS-LOST', spot, { cells }));
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
  for (const { label } of tables.runs) if (label?.table === table) reader.rowNamed(label);
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
    reader.findings.push(orderUnknown(cells, found.found));
    return;
  }
  const certainty = found.by === 'sums' ? orderBySums : certain;
  for (const [at, source] of found.cells.entries()) {
    const cell = cells[at];
    if (cell !== undefined && source !== null) reader.take(cell, source, { certainty });
  }
  if (found.by === 'sums') reader.findings.push(orderToldBySums(format, found));
}

/** Reads the figures of a report in the format that its tables have. */
export function readFigures(format: Format, tables: TableRuns): ReadFigures {
  const reader = new FigureReader(format, tables);
  readTable(reader, tables, 't2');
  readTable(reader, tables, 't3');
  readDisputes(reader, tables);
  const first = reader.byPlace[0];
  if (first !== undefined) {
    const rows = reader.byPlace.map(({ row }) => row.label);
    reader.findings.push(readingFinding('READ-ROWS-BY-PLACE', first.cells[0] ?? null, { values: { rows } }));
  }
  reader.finish();
  return { figures: reader.figures, blanks: reader.blanks, findings: reader.findings, rowsFound: reader.rowsFound };
}
