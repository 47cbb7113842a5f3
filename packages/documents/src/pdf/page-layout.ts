import { matchLabel } from '../labels/match-label.ts';
import { cellText } from './cell-text.ts';
import type { Glyph, PageMarks, Stroke } from './page-marks.ts';
import { centerOf } from './page-marks.ts';
import type { RuledGrid } from './ruled-grid.ts';
import { regionAt, ruledGrids } from './ruled-grid.ts';
import { nearest } from './ruling.ts';
import type { TextLine } from './text-lines.ts';
import { linesOf, textOf } from './text-lines.ts';

/** A line of text outside tables. `number` is its place among all lines of the page, from 1. */
export interface PageLine extends TextLine {
  readonly kind: 'line';
  readonly number: number;
}

export interface PageCell {
  readonly text: string;
  /** Lines of the page, from 1, and characters of the line, from 1. */
  readonly line: number;
  readonly column: number;
  /** Columns of the grid. */
  readonly start: number;
  readonly end: number;
  /** Whether the cell goes down to the last line of the table on this page. */
  readonly reachesEnd: boolean;
}

/** A table with ruling lines, or the part of one that stands on this page. */
export interface PageTable {
  readonly kind: 'table';
  readonly number: number;
  readonly top: number;
  readonly bottom: number;
  readonly xs: readonly number[];
  readonly rows: readonly (readonly PageCell[])[];
}

export interface PageLayout {
  readonly width: number;
  readonly height: number;
  readonly items: readonly (PageLine | PageTable)[];
  /** Horizontal rules of the page. */
  readonly rules: readonly Stroke[];
  readonly lineCount: number;
}

function columnOf(line: TextLine | undefined, glyph: Glyph): number {
  const before = line?.glyphs.findIndex((other) => other.x >= glyph.x - 0.01) ?? 0;
  return Math.max(before, 0) + 1;
}

/** Makes a table's rows of the characters that fell into its cells. */
function tableOf(
  grid: RuledGrid,
  held: ReadonlyMap<number, readonly Glyph[]>,
  page: PageMarks & { readonly lines: readonly TextLine[] },
): PageTable {
  const { xs, ys } = grid;
  const baselines = page.lines.map((line) => line.y);
  const rows: PageCell[][] = ys.slice(1).map(() => []);
  for (const [at, region] of grid.regions.entries()) {
    const glyphs = held.get(at) ?? [];
    const [first] = linesOf(glyphs.filter((glyph) => glyph.turn === 0));
    const middle = ((ys[region.top] ?? 0) + (ys[region.bottom] ?? 0)) / 2;
    const line = nearest(baselines, first?.y ?? middle);
    const start = first?.glyphs[0];
    rows[region.top]?.push({
      text: cellText(glyphs, (xs[region.right] ?? 0) - (xs[region.left] ?? 0), page),
      line: line + 1,
      column: start === undefined ? 1 : columnOf(page.lines[line], start),
      start: region.left,
      end: region.right,
      reachesEnd: region.bottom === ys.length - 1,
    });
  }
  const drawn = rows.filter((row) => row.length > 0).map((row) => row.toSorted((a, b) => a.start - b.start));
  return {
    kind: 'table',
    number: drawn[0]?.[0]?.line ?? 1,
    top: grid.box.top,
    bottom: grid.box.bottom,
    xs,
    rows: drawn,
  };
}

/** Grids whose cells hold something, with what they hold; characters outside all of them are left over. */
function fill(page: PageMarks, grids: readonly RuledGrid[]) {
  const bySize = grids.toSorted(
    (a, b) =>
      (a.box.right - a.box.left) * (a.box.bottom - a.box.top) - (b.box.right - b.box.left) * (b.box.bottom - b.box.top),
  );
  const held = new Map<RuledGrid, Map<number, Glyph[]>>();
  const free: Glyph[] = [];
  for (const glyph of page.glyphs) {
    const { x, y } = centerOf(glyph);
    let placed = false;
    for (const grid of bySize) {
      const region = regionAt(grid, x, y);
      if (region === null) continue;
      const cells = held.get(grid) ?? new Map<number, Glyph[]>();
      held.set(grid, cells);
      const cell = cells.get(region);
      if (cell === undefined) cells.set(region, [glyph]);
      else cell.push(glyph);
      placed = true;
      break;
    }
    if (!placed) free.push(glyph);
  }
  return { held, free };
}

const longestCell = 600;

const digit = /\d/;
/** Figures that stand further apart than this many times their height are not one figure. */
const apart = 1.2;

/** Whether a cell holds figures side by side, between which no line is drawn. */
function holdsColumns(glyphs: readonly Glyph[]): boolean {
  let gaps = 0;
  for (const [at, glyph] of glyphs.entries()) {
    const before = glyphs[at - 1];
    if (before === undefined || !digit.test(glyph.text) || !digit.test(before.text)) continue;
    if (glyph.y === before.y && glyph.x - before.x - before.width > apart * glyph.size) gaps += 1;
  }
  return gaps > 1;
}

/** Fewer rows than these may have several figures in a cell for reasons of their own. */
const fewestRows = 2;

/**
 * Whether a grid is a table of cells: a frame around text, or boxes of whole paragraphs, only lay out the page, and where
 * figures of several columns share their cells, the lines do not tell the columns.
 */
function isTable({ regions, xs }: RuledGrid, cells: ReadonlyMap<number, readonly Glyph[]>): boolean {
  if ([...cells.values()].filter(holdsColumns).length >= fewestRows) return false;
  const divided = regions.some(({ left, right }) => right - left < xs.length - 1);
  return (
    divided &&
    (cells.size >= 2 || regions.length >= 4) &&
    [...cells.values()].every((glyphs) => glyphs.length <= longestCell)
  );
}

/**
 * Adds an item; a label right above a table without lines around it is its first row, such as the article over a part
 * of 表二 where nothing is drawn at the table's edges.
 */
function addItem(items: (PageLine | PageTable)[], item: PageLine | PageTable): (PageLine | PageTable)[] {
  const above = items.at(-1);
  if (item.kind === 'table' && above?.kind === 'line' && item.top - above.y < 1.6 * above.size) {
    const text = textOf(above.glyphs);
    const inside = above.left >= (item.xs[0] ?? 0) - above.size && above.right <= (item.xs.at(-1) ?? 0) + above.size;
    if (inside && matchLabel(text)?.kind === 'known') {
      const { number: line } = above;
      const end = item.xs.length - 1;
      items.pop();
      items.push({
        ...item,
        number: line,
        top: above.y - above.size,
        rows: [[{ text, line, column: 1, start: 0, end, reachesEnd: false }], ...item.rows],
      });
      return items;
    }
  }
  items.push(item);
  return items;
}

/** Divides a page into lines of text and tables, from the top down. Page numbers are to be gone by now. */
export function layOut(page: PageMarks, lines: readonly TextLine[]): PageLayout {
  const { held, free } = fill(page, ruledGrids(page));
  const tables: PageTable[] = [];
  for (const [grid, cells] of held) {
    if (isTable(grid, cells)) tables.push(tableOf(grid, cells, { ...page, lines }));
    else for (const glyph of [...cells.values()].flat()) free.push(glyph);
  }
  const baselines = lines.map((line) => line.y);
  const outside = linesOf(free.filter((glyph) => glyph.turn === 0)).map(
    (line): PageLine => ({ kind: 'line', number: nearest(baselines, line.y) + 1, ...line }),
  );
  const items = [...outside, ...tables].sort((a, b) => placeOf(a) - placeOf(b));
  return {
    width: page.width,
    height: page.height,
    items: items.reduce(addItem, []),
    rules: page.horizontal,
    lineCount: Math.max(lines.length, 1),
  };
}

const placeOf = (item: PageLine | PageTable): number => (item.kind === 'line' ? item.y : item.top);
