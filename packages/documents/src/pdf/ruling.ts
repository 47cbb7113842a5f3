import type { Stroke } from './page-marks.ts';

/** Strokes nearer than this belong to one line of a table: double lines, and borders that each cell draws for itself. */
export const nearby = 3;
const shortest = 8;
/** More lines than this on a page are hatching and drawings. */
const mostLines = 1500;

/** Values that lie close together, each group as its middle, in order. */
export function clusters(values: readonly number[], within: number): number[] {
  const groups: { sum: number; count: number; last: number }[] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group !== undefined && value - group.last <= within && value - group.sum / group.count <= 1.5 * within) {
      group.sum += value;
      group.count += 1;
      group.last = value;
    } else groups.push({ sum: value, count: 1, last: value });
  }
  return groups.map(({ sum, count }) => sum / count);
}

/** The index of the nearest of `values`, which are in order. */
export function nearest(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (((values[middle] ?? 0) + (values[middle + 1] ?? 0)) / 2 < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Joins strokes that continue each other into lines: pieces drawn by each cell, dashes and dots. */
export function joinStrokes(strokes: readonly Stroke[]): Stroke[] {
  const sorted = strokes.toSorted((a, b) => a.at - b.at);
  const lines: Stroke[] = [];
  let group: Stroke[] = [];
  const close = () => {
    const [first] = group;
    if (first === undefined) return;
    const at = group.reduce((sum, stroke) => sum + stroke.at, 0) / group.length;
    let { from, to } = { from: Number.NaN, to: Number.NaN };
    const push = () => {
      if (to - from >= shortest) lines.push({ at, from, to });
    };
    for (const stroke of group.toSorted((a, b) => a.from - b.from)) {
      if (stroke.from <= to + nearby) to = Math.max(to, stroke.to);
      else {
        push();
        ({ from, to } = stroke);
      }
    }
    push();
    group = [];
  };
  for (const stroke of sorted) {
    const [first] = group;
    if (first !== undefined && stroke.at - first.at > 1.2) close();
    group.push(stroke);
  }
  close();
  return lines;
}

/** Lines that touch each other, directly or through others. */
export interface LineGroup {
  readonly horizontal: readonly Stroke[];
  readonly vertical: readonly Stroke[];
}

const reaches = (line: Stroke, at: number): boolean => at >= line.from - nearby && at <= line.to + nearby;

/** Sorts lines into groups that touch each other; a line that crosses no other belongs to none. */
export function lineGroups(horizontal: readonly Stroke[], vertical: readonly Stroke[]): LineGroup[] {
  if (horizontal.length > mostLines || vertical.length > mostLines) return [];
  const parent = Array.from({ length: horizontal.length + vertical.length }, (_, at) => at);
  const root = (at: number): number => {
    let up = at;
    while (parent[up] !== up) {
      parent[up] = parent[parent[up] ?? up] ?? up;
      up = parent[up] ?? up;
    }
    return up;
  };
  for (const [h, row] of horizontal.entries()) {
    for (const [v, column] of vertical.entries()) {
      if (reaches(row, column.at) && reaches(column, row.at)) parent[root(h)] = root(horizontal.length + v);
    }
  }
  const groups = new Map<number, { horizontal: Stroke[]; vertical: Stroke[] }>();
  const groupOf = (at: number) => {
    const found = groups.get(root(at)) ?? { horizontal: [], vertical: [] };
    groups.set(root(at), found);
    return found;
  };
  for (const [at, line] of horizontal.entries()) groupOf(at).horizontal.push(line);
  for (const [at, line] of vertical.entries()) groupOf(horizontal.length + at).vertical.push(line);
  const all = [...groups.values()];
  const touching = all.filter((group) => group.horizontal.length > 0 && group.vertical.length > 0);
  for (const { horizontal: none, vertical: alone } of all)
    if (none.length === 0) for (const line of alone) adopt(line, touching);
  return touching;
}

/**
 * Gives a vertical line that crosses no other to the group beside it that is as high: the border of a label that spans
 * all rows of a page, where the table goes on over the page's ends.
 */
function adopt(line: Stroke, groups: readonly { readonly horizontal: Stroke[]; readonly vertical: Stroke[] }[]): void {
  for (const group of groups) {
    const from = group.vertical.reduce((least, other) => Math.min(least, other.from), Number.POSITIVE_INFINITY);
    const to = group.vertical.reduce((most, other) => Math.max(most, other.to), Number.NEGATIVE_INFINITY);
    const shared = Math.min(line.to, to) - Math.max(line.from, from);
    if (shared >= 0.8 * Math.max(to - from, line.to - line.from)) {
      group.vertical.push(line);
      return;
    }
  }
}
