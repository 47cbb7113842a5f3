import type { FigureRow } from '../figures/figure-row.ts';
import { cellState, unscaleFigure } from '../figures/figure-row.ts';
import type { Cell, Format } from '../formats/format.ts';

/**
 * The figures of many reports of one format, packed row after row. `group` says for each report which group it counts
 * in. Reports stand in depth-first order of their groups, so that what is summed together lies together.
 */
export interface ReportRows {
  readonly format: Format;
  readonly count: number;
  /** Scaled figures, `count` × cells. */
  readonly values: Float64Array;
  readonly states: Uint8Array;
  /** For each report how many of its cells hold no figure. */
  readonly absent: Uint16Array;
  readonly group: Int32Array;
}

/**
 * The sums of every group over its own reports and all groups below it. `missing` counts, for each group and cell, the
 * reports in which the cell was blank, not applicable or unreadable (three places each, in that order): a sum over
 * missing figures is an “at least”.
 */
export interface GroupSums {
  readonly format: Format;
  /** Reports summed, for each group. */
  readonly reports: Uint32Array;
  /** Scaled sums, groups × cells. */
  readonly values: Float64Array;
  readonly missing: Uint32Array;
  /** False when a sum grew beyond what Float64 holds exactly (2^53 in the scaled unit). */
  readonly exact: boolean;
}

/** One cell's sum in a group: `value` in the cell's own unit, and how many of `reports` gave no figure, by state. */
export interface CellSum {
  readonly value: number;
  readonly reports: number;
  readonly blank: number;
  readonly notApplicable: number;
  readonly unreadable: number;
}

/** Packs rows of one format, each with the position of its group. */
export function packRows(
  format: Format,
  rows: readonly { readonly row: FigureRow; readonly group: number }[],
): ReportRows {
  const width = format.cells.length;
  const packed: ReportRows = {
    format,
    count: rows.length,
    values: new Float64Array(rows.length * width),
    states: new Uint8Array(rows.length * width),
    absent: Uint16Array.from(rows, ({ row }) => row.absent),
    group: Int32Array.from(rows, ({ group }) => group),
  };
  rows.forEach(({ row }, at) => {
    packed.values.set(row.values, at * width);
    packed.states.set(row.states, at * width);
  });
  return packed;
}

function countMissing(missing: Uint32Array, states: Uint8Array, at: { to: number; from: number; width: number }): void {
  for (let cell = 0; cell < at.width; cell += 1) {
    const state = states[at.from + cell] ?? 0;
    if (state === cellState.number) continue;
    const place = (at.to + cell) * 3 + state - 1;
    missing[place] = (missing[place] ?? 0) + 1;
  }
}

interface Stretch {
  readonly to: number;
  readonly from: number;
  readonly length: number;
}

/* Figures and counters are added by two functions, not one over both: a loop over one kind of array stays fast. */

function addFigures(target: Float64Array, source: Float64Array, { to, from, length }: Stretch): void {
  for (let i = 0; i < length; i += 1) target[to + i] = (target[to + i] ?? 0) + (source[from + i] ?? 0);
}

function addCounters(counters: Uint32Array, { to, from, length }: Stretch): void {
  for (let i = 0; i < length; i += 1) counters[to + i] = (counters[to + i] ?? 0) + (counters[from + i] ?? 0);
}

function allExact(sums: Float64Array): boolean {
  for (const sum of sums) if (Math.abs(sum) > Number.MAX_SAFE_INTEGER) return false;
  return true;
}

function emptySums(format: Format, groups: number): Omit<GroupSums, 'exact'> {
  const width = format.cells.length;
  return {
    format,
    reports: new Uint32Array(groups),
    values: new Float64Array(groups * width),
    missing: new Uint32Array(groups * width * 3),
  };
}

/** Where the figures of one report lie, how many of its cells have none, and the group that it counts in. */
interface Placed {
  readonly values: Float64Array;
  readonly states: Uint8Array;
  readonly from: number;
  readonly absent: number;
  readonly group: number;
}

function addReport(sums: Omit<GroupSums, 'exact'>, { values, states, from, absent, group }: Placed): void {
  if (group < 0 || group >= sums.reports.length) throw new RangeError(`a report is in no group: ${group}`);
  const width = sums.format.cells.length;
  sums.reports[group] = (sums.reports[group] ?? 0) + 1;
  addFigures(sums.values, values, { to: group * width, from, length: width });
  if (absent > 0) countMissing(sums.missing, states, { to: group * width, from, width });
}

/** Adds every group to the one above it, bottom up. */
function addUpwards(sums: Omit<GroupSums, 'exact'>, parents: Int32Array): GroupSums {
  const width = sums.format.cells.length;
  for (let group = parents.length - 1; group >= 0; group -= 1) {
    const parent = parents[group] ?? -1;
    if (parent >= group) throw new RangeError(`group ${group} stands before its parent ${parent}`);
    if (parent < 0) continue;
    sums.reports[parent] = (sums.reports[parent] ?? 0) + (sums.reports[group] ?? 0);
    addFigures(sums.values, sums.values, { to: parent * width, from: group * width, length: width });
    addCounters(sums.missing, { to: parent * width * 3, from: group * width * 3, length: width * 3 });
  }
  return { ...sums, exact: allExact(sums.values) };
}

/**
 * Sums reports into their groups and every group into its parent, bottom up. `parents` holds for each group the
 * position of the group above it, or -1; a parent stands before its children. Takes the figures once through, in order.
 */
export function rollUpRows(rows: ReportRows, parents: Int32Array): GroupSums {
  const { values, states, count } = rows;
  const sums = emptySums(rows.format, parents.length);
  const width = rows.format.cells.length;
  for (let report = 0; report < count; report += 1) {
    const [absent, group] = [rows.absent[report] ?? 0, rows.group[report] ?? -1];
    addReport(sums, { values, states, from: report * width, absent, group });
  }
  return addUpwards(sums, parents);
}

/** The same over rows where they lie, without packing them first. */
export function rollUpEach(
  format: Format,
  rows: Iterable<{ readonly row: FigureRow; readonly group: number }>,
  parents: Int32Array,
): GroupSums {
  const sums = emptySums(format, parents.length);
  for (const { row, group } of rows) {
    addReport(sums, { values: row.values, states: row.states, from: 0, absent: row.absent, group });
  }
  return addUpwards(sums, parents);
}

/** Reads one cell of one group out of the sums. */
export function cellSum(sums: GroupSums, group: number, cell: Cell): CellSum {
  const at = group * sums.format.cells.length + cell.index;
  return {
    value: unscaleFigure(cell.kind, sums.values[at] ?? 0),
    reports: sums.reports[group] ?? 0,
    blank: sums.missing[at * 3] ?? 0,
    notApplicable: sums.missing[at * 3 + 1] ?? 0,
    unreadable: sums.missing[at * 3 + 2] ?? 0,
  };
}
