import type { Format } from '@nianbao/core';
import type { SourceCell } from '../source/source.ts';
import { cellsAtPlaces, withoutTrailingBlanks } from './align.ts';
import { readCell } from './cell-value.ts';
import { orderBySums } from './order-by-sums.ts';
import type { Run } from './run.ts';

export interface DisputeCells {
  /** The cells of 表四 in official order, or null where their order could not be told. */
  readonly cells: readonly (SourceCell | null)[] | null;
  /** Whether the places of the figures told their order, or only their sums did. */
  readonly by: 'place' | 'sums';
  /** Every figure found there, for the question that is then asked. */
  readonly found: readonly SourceCell[];
}

const blank = (cell: SourceCell): boolean => cell.text === '';

function exactly(cells: readonly SourceCell[], count: number): readonly SourceCell[] | null {
  const trimmed = withoutTrailingBlanks(cells, count);
  if (trimmed.length === count) return trimmed;
  const values = trimmed.filter((cell) => !blank(cell));
  return values.length === count ? values : null;
}

/** The cells under the heads of the outcomes, where a spreadsheet spread them over more columns than there are heads. */
function underOutcomes(run: Run, count: number): readonly SourceCell[] | null {
  if (run.kind !== 'marked' || run.cells.length <= count) return null;
  const heads = run.heads.filter((head) => head.table === 't4' && head.column !== null && !head.laidOut);
  const places = heads.map((head) => head.cell).sort((a, b) => a.start - b.start);
  return places.length === count ? cellsAtPlaces(run.cells, places) : null;
}

/** The figures as a table shows them that has the groups beside each other and the outcomes below. */
const turned = (row: readonly SourceCell[], groups: number): SourceCell[] => {
  const width = row.length / groups;
  return row.map((cell, at) => row[(at % groups) * width + Math.floor(at / groups)] ?? cell);
};

const sameText = (a: readonly SourceCell[], b: readonly SourceCell[]): boolean =>
  a.length === b.length && a.every(({ text }, at) => text === b[at]?.text);

/**
 * Whether all figures found are those of the row, once or several times over: pages draw 表四 again for narrow screens, in
 * the same order or turned.
 */
function repeats(row: readonly SourceCell[], found: readonly SourceCell[], groups: number): boolean {
  const values = row.filter((cell) => !blank(cell));
  if (values.length === 0) return false;
  const other = turned(row, groups).filter((cell) => !blank(cell));
  for (let from = 0; from < found.length; from += values.length) {
    const drawn = found.slice(from, from + values.length);
    if (!sameText(drawn, values) && !sameText(drawn, other)) return false;
  }
  return true;
}

/** Figures whose places tell nothing are put in order where their sums leave one way only to do so. */
function bySums(runs: readonly Run[], { groups, columns }: Format['tables'][2]): DisputeCells {
  const found: SourceCell[] = [];
  const headedBy: (number | null)[] = [];
  for (const run of runs) {
    const group = groups.findIndex(({ key }) => key === run.headedBy);
    for (const [at, cell] of run.cells.filter((item) => !blank(item)).entries()) {
      found.push(cell);
      headedBy.push(at === 0 && group >= 0 ? group : null);
    }
  }
  const figures = found.map(({ text }) => {
    const { value } = readCell(text, 'count', null);
    return typeof value === 'number' ? value : Number.NaN;
  });
  const order = orderBySums({ figures, headedBy }, { groups: groups.length, outcomes: columns.length - 1 });
  const cells = order?.map((at) => found[at] ?? null) ?? null;
  return { cells, by: figures.every((figure) => figure === 0) ? 'place' : 'sums', found };
}

/**
 * Tells the order of the figures of 表四. Drawn as the notice draws it, one row holds all fifteen. Drawn otherwise, each
 * of the three groups has its own five figures behind its own head. Figures that come in any other order are put in order
 * by their sums, where these leave no choice, and not guessed at where they do.
 */
export function disputeCells(format: Format, runs: readonly Run[]): DisputeCells {
  const table = format.tables[2];
  const width = table.columns.length;
  const all = table.groups.length * width;
  const mine = runs.filter((run) => run.table === 't4');
  const found = mine.flatMap((run) => run.cells.filter((cell) => !blank(cell)));
  const tried = new Set<string>();
  for (const run of mine) {
    const row = underOutcomes(run, all) ?? exactly(run.cells, all);
    if (row === null) continue;
    // A row that is drawn thousands of times is compared with all that was found once.
    const drawn = row.map(({ text }) => text).join('\n');
    if (tried.has(drawn)) continue;
    tried.add(drawn);
    if (mine.length === 1 || repeats(row, found, table.groups.length)) return { cells: row, by: 'place', found };
  }
  const groups = mine.map((run) => ({ group: run.group, cells: exactly(run.cells, width) }));
  const named = new Map(groups.map((item) => [item.group, item.cells]));
  const complete = groups.length === named.size && groups.every((item) => item.group !== null && item.cells !== null);
  if (mine.length > 0 && complete) {
    const blanks: null[] = Array.from({ length: width }, () => null);
    const cells = table.groups.flatMap((group): readonly (SourceCell | null)[] => named.get(group.key) ?? blanks);
    return { cells, by: 'place', found };
  }
  if (found.length === 0) return { cells: [], by: 'place', found };
  return bySums(mine, table);
}
