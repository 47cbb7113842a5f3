import type { Box } from './matrix.ts';
import { intersection } from './matrix.ts';
import type { PageMarks, Stroke } from './page-marks.ts';
import type { LineGroup } from './ruling.ts';
import { clusters, joinStrokes, lineGroups, nearby, nearest } from './ruling.ts';

/** A cell between ruling lines: from column `left` up to and without column `right`, and so its rows. */
export interface Region {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The grid that ruling lines make: places of its lines, its cells, and which cell is where. */
export interface RuledGrid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly regions: readonly Region[];
  /** Index into `regions` for each field of the grid, row by row. */
  readonly fields: readonly number[];
  readonly box: Box;
}

const mostFields = 30_000;

/** For each line of the grid, which of its stretches between the crossing lines are drawn. */
function drawnStretches(
  lines: readonly Stroke[],
  places: readonly number[],
  crossings: readonly number[],
): readonly boolean[][] {
  const drawn = places.map(() => crossings.slice(1).map(() => false));
  for (const line of lines) {
    const row = drawn[nearest(places, line.at)];
    if (row === undefined) continue;
    for (let at = 0; at + 1 < crossings.length; at += 1) {
      const from = crossings[at] ?? 0;
      const to = crossings[at + 1] ?? 0;
      const covered = Math.min(line.to, to) - Math.max(line.from, from);
      if (covered >= 0.6 * (to - from)) row[at] = true;
    }
  }
  return drawn;
}

/** Joins the fields of a grid between which no line is drawn. */
function joinFields(
  size: { readonly columns: number; readonly rows: number },
  isWall: (field: number, to: 'right' | 'below') => boolean,
): number[] {
  const { columns, rows } = size;
  const fields: number[] = Array.from({ length: columns * rows }, () => -1);
  let count = 0;
  for (let start = 0; start < fields.length; start += 1) {
    if (fields[start] !== -1) continue;
    const waiting = [start];
    fields[start] = count;
    const visit = (field: number) => {
      if (fields[field] !== -1) return;
      fields[field] = count;
      waiting.push(field);
    };
    for (let field = waiting.pop(); field !== undefined; field = waiting.pop()) {
      if ((field + 1) % columns !== 0 && !isWall(field, 'right')) visit(field + 1);
      if (field % columns !== 0 && !isWall(field - 1, 'right')) visit(field - 1);
      if (field + columns < fields.length && !isWall(field, 'below')) visit(field + columns);
      if (field - columns >= 0 && !isWall(field - columns, 'below')) visit(field - columns);
    }
    count += 1;
  }
  return fields;
}

function regionsOf(fields: readonly number[], columns: number): Region[] {
  const regions: Region[] = [];
  for (const [field, at] of fields.entries()) {
    const column = field % columns;
    const row = Math.floor(field / columns);
    const known = regions[at] ?? { left: column, right: column + 1, top: row, bottom: row + 1 };
    regions[at] = {
      left: Math.min(known.left, column),
      right: Math.max(known.right, column + 1),
      top: Math.min(known.top, row),
      bottom: Math.max(known.bottom, row + 1),
    };
  }
  return regions;
}

const ends = (lines: readonly Stroke[]): number[] => [
  lines.reduce((least, line) => Math.min(least, line.from), Number.POSITIVE_INFINITY),
  lines.reduce((most, line) => Math.max(most, line.to), Number.NEGATIVE_INFINITY),
];

/** Places of lines, with the ends of the lines that cross them: a table may do without a line around it. */
const places = (lines: readonly Stroke[], crossing: readonly Stroke[]): number[] =>
  clusters([...lines.map((line) => line.at), ...ends(crossing)], nearby);

function gridOf({ horizontal, vertical }: LineGroup): RuledGrid | null {
  const xs = places(vertical, horizontal);
  const ys = places(horizontal, vertical);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns * rows > mostFields) return null;
  const across = drawnStretches(horizontal, ys, xs);
  const down = drawnStretches(vertical, xs, ys);
  const fields = joinFields({ columns, rows }, (field, to) => {
    const column = field % columns;
    const row = Math.floor(field / columns);
    return to === 'right' ? down[column + 1]?.[row] === true : across[row + 1]?.[column] === true;
  });
  const regions = regionsOf(fields, columns);
  if (regions.length < 2) return null;
  const box = { left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0 };
  return { xs, ys, regions, fields, box };
}

const fewestCells = 4;

const sizeOf = ({ left, top, right, bottom }: Box): number => (right - left) * (bottom - top);

/**
 * Whether the edges of filled areas make a table: its rows are divided, and the areas cover it as cells do. Shading
 * behind lines or words leaves most of it bare.
 */
function isTiled(grid: RuledGrid, areas: readonly Box[]): boolean {
  const divided = new Set(
    grid.regions.filter(({ left, right }) => right - left < grid.xs.length - 1).map(({ top }) => top),
  );
  if (divided.size * 2 < grid.ys.length - 1 || grid.regions.length < fewestCells) return false;
  const whole = sizeOf(grid.box);
  const covered = areas.reduce((sum, area) => {
    const inside = intersection(area, grid.box);
    const size = inside.right > inside.left && inside.bottom > inside.top ? sizeOf(inside) : 0;
    return sum + (size > 0.5 * whole ? 0 : size);
  }, 0);
  return covered >= 0.75 * whole;
}

function gridsOf(horizontal: readonly Stroke[], vertical: readonly Stroke[]): RuledGrid[] {
  return lineGroups(joinStrokes(horizontal), joinStrokes(vertical)).flatMap((group) => gridOf(group) ?? []);
}

/** The grids that a page's ruling lines make; where it has none, those that the edges of its coloured cells make. */
export function ruledGrids(page: PageMarks): RuledGrid[] {
  const ruled = gridsOf(page.horizontal, page.vertical);
  if (page.areas.length < fewestCells || ruled.some((grid) => grid.regions.length >= fewestCells)) return ruled;
  const horizontal = page.areas.flatMap(({ left, right, top, bottom }): Stroke[] => [
    { at: top, from: left, to: right },
    { at: bottom, from: left, to: right },
  ]);
  const vertical = page.areas.flatMap(({ left, right, top, bottom }): Stroke[] => [
    { at: left, from: top, to: bottom },
    { at: right, from: top, to: bottom },
  ]);
  const filled = gridsOf([...page.horizontal, ...horizontal], [...page.vertical, ...vertical]);
  const tables = filled.filter((grid) => isTiled(grid, page.areas));
  return tables.length > 0 ? tables : ruled;
}

/** The cell of a grid at a place on the page, or null outside it. */
export function regionAt(grid: RuledGrid, x: number, y: number): number | null {
  const { xs, ys, box } = grid;
  if (x < box.left || x > box.right || y < box.top || y > box.bottom) return null;
  const fieldOf = (values: readonly number[], value: number): number => {
    let low = 0;
    let high = values.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((values[middle] ?? 0) <= value) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return grid.fields[fieldOf(ys, y) * (xs.length - 1) + fieldOf(xs, x)] ?? null;
}
