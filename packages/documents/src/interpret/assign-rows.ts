import type { Format } from '@nianbao/core';
import type { SourceCell } from '../source/source.ts';
import { withoutTrailingBlanks } from './align.ts';
import type { FormatRow } from './format-rows.ts';
import { rowsOfTable } from './format-rows.ts';
import type { Run } from './run.ts';

/** A row of a format with the cells found for it. */
export interface AssignedRow {
  readonly row: FormatRow;
  readonly run: Run;
  readonly cells: readonly SourceCell[];
  /** True where the row has no label beside it and was told by its place between two rows that have. */
  readonly byPosition: boolean;
}

export interface Assignment {
  readonly rows: readonly AssignedRow[];
  /** Figures whose row could not be told. */
  readonly unplaced: readonly Run[];
  /** Rows that came a second time with other figures. */
  readonly repeated: readonly Run[];
}

interface Chunk {
  readonly run: Run;
  readonly row: number | null;
  readonly cells: readonly SourceCell[];
}

/** A run of several rows' figures is cut into rows: only the first has the label. */
function chunksOf(run: Run, row: number | null, width: number): Chunk[] {
  const cells = withoutTrailingBlanks(run.cells, width);
  const count = cells.length / width;
  if (run.table !== 't3' || !Number.isInteger(count) || count < 2) return [{ run, row, cells: run.cells }];
  return Array.from(
    { length: count },
    (_, at): Chunk => ({
      run,
      row: at === 0 ? row : null,
      cells: cells.slice(at * width, (at + 1) * width),
    }),
  );
}

const textOf = (cells: readonly SourceCell[]): string => cells.map((cell) => cell.text).join('|');

/**
 * Finds the format's row for each run. A run without a label is placed by counting: between two labelled rows there
 * must be exactly as many runs as the format has rows there.
 */
export function assignRows(format: Format, runs: readonly Run[], table: 't2' | 't3'): Assignment {
  const rows = rowsOfTable(format, table);
  const index = new Map(rows.map(({ row }, at) => [row, at]));
  const unplaced: Run[] = [];
  const repeated: Run[] = [];
  const labelled = new Map<number, Chunk>();
  let open: Chunk[] = [];
  let previous = -1;
  const placed: AssignedRow[] = [];

  const place = (chunk: Chunk, at: number, byPosition: boolean) => {
    const row = rows[at];
    if (row !== undefined) placed.push({ row, run: chunk.run, cells: chunk.cells, byPosition });
  };
  const closeGap = (next: number) => {
    if (open.length > 0 && open.length === next - previous - 1) {
      for (const [at, chunk] of open.entries()) place(chunk, previous + 1 + at, true);
    } else for (const run of new Set(open.map((chunk) => chunk.run))) unplaced.push(run);
    open = [];
  };

  for (const run of runs) {
    if (run.table !== table || run.foreign !== null) continue;
    const row = run.label === null ? null : (index.get(run.label.row) ?? null);
    if (run.label !== null && (row === null || (run.cells.length === 0 && run.digits === null))) continue;
    const width = rows[row ?? rows.length - 1]?.cells.length ?? 1;
    for (const chunk of chunksOf(run, row, width)) {
      if (chunk.row === null) {
        open.push(chunk);
        continue;
      }
      const earlier = labelled.get(chunk.row);
      if (earlier !== undefined) {
        if (textOf(earlier.cells) !== textOf(chunk.cells)) repeated.push(run);
        continue;
      }
      closeGap(chunk.row);
      labelled.set(chunk.row, chunk);
      place(chunk, chunk.row, false);
      previous = chunk.row;
    }
  }
  closeGap(rows.length);
  return { rows: placed, unplaced, repeated };
}
