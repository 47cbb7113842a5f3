import { matchLabel } from '../labels/match-label.ts';
import type { PageCell, PageTable } from './page-layout.ts';

/** Columns whose lines stand this near each other on two pages are one column. */
const sameColumn = 4;

const textsOf = (row: readonly PageCell[]): string => row.map((cell) => cell.text).join('|');

/**
 * Whether a table at the top of a page is the rest of the one at the end of the page before: its columns are the same
 * ones. A column of a label that spans all rows may be without lines of its own on a page.
 */
export function continues(before: PageTable, after: PageTable): boolean {
  const [fewer, more] = before.xs.length < after.xs.length ? [before.xs, after.xs] : [after.xs, before.xs];
  const shared = fewer.filter((x) => more.some((other) => Math.abs(x - other) <= sameColumn)).length;
  return shared >= 2 && shared >= 0.75 * fewer.length;
}

/** The columns of two tables as one set of lines, and where each of their own lines is in it. */
function commonColumns(before: readonly number[], after: readonly number[]) {
  const xs: number[] = [];
  for (const x of [...before, ...after].toSorted((a, b) => a - b)) {
    if (xs.length === 0 || x - (xs.at(-1) ?? 0) > sameColumn) xs.push(x);
  }
  const indexOf = (x: number): number =>
    Math.max(
      xs.findLastIndex((known) => known <= x),
      0,
    );
  return { xs, before: before.map(indexOf), after: after.map(indexOf) };
}

const moved = (cell: PageCell, columns: readonly number[]): PageCell => ({
  ...cell,
  start: columns[cell.start] ?? cell.start,
  end: columns[cell.end] ?? cell.end,
});

const isWholeLabel = (text: string): boolean => matchLabel(text)?.kind === 'known';

/** Whether two cells above and below a page break are the two halves of one label. */
const areHalves = (above: PageCell, below: PageCell): boolean =>
  above.text !== '' &&
  below.text !== '' &&
  isWholeLabel(above.text + below.text) &&
  !(isWholeLabel(above.text) && isWholeLabel(below.text));

const sameSpan = (a: PageCell, b: PageCell): boolean => a.start === b.start && a.end === b.end;

const partnerOf = (cell: PageCell, row: readonly PageCell[]): PageCell | undefined =>
  row.find((other) => sameSpan(cell, other));

/**
 * Whether a page break cut through a row: a label goes on below the break, and no other cell has something on both
 * sides. Labels of several rows stand on both sides as well, and may be empty on one.
 */
function isCutRow(above: readonly PageCell[], below: readonly PageCell[]): boolean {
  let halves = false;
  for (const cell of below) {
    const other = partnerOf(cell, above);
    if (other !== undefined && areHalves(other, cell)) halves = true;
    else if (cell.text !== '' && (other === undefined || other.text !== '')) return false;
  }
  return halves;
}

/**
 * Joins the parts of a table that a page break divides. Heads that are drawn again on the new page go; a row that the
 * break cuts becomes one; a label of several rows whose words stand on both sides is put together.
 */
export function joinTables(first: PageTable, second: PageTable): PageTable {
  const columns = commonColumns(first.xs, second.xs);
  const rows = first.rows.map((row) => row.map((cell) => moved(cell, columns.before)));
  const rest = second.rows.map((row) => row.map((cell) => moved(cell, columns.after)));
  let repeated = 0;
  while (repeated < Math.min(6, rest.length - 1) && textsOf(rest[repeated] ?? []) === textsOf(rows[repeated] ?? [])) {
    repeated += 1;
  }
  rest.splice(0, repeated);
  const last = rows.at(-1);
  const [next] = rest;
  if (last !== undefined && next !== undefined && isCutRow(last, next)) {
    rows[rows.length - 1] = last.map((cell) => {
      const rest = partnerOf(cell, next);
      return { ...cell, text: cell.text + (rest?.text ?? ''), reachesEnd: rest?.reachesEnd === true };
    });
    rest.shift();
  } else if (next !== undefined) {
    for (const row of rows) {
      for (const [at, cell] of row.entries()) {
        const below = cell.reachesEnd ? next.findIndex((other) => sameSpan(cell, other) && areHalves(cell, other)) : -1;
        const other = next[below];
        if (other === undefined) continue;
        row[at] = { ...cell, text: cell.text + other.text };
        next[below] = { ...other, text: '' };
      }
    }
  }
  return { ...first, xs: columns.xs, rows: [...rows, ...rest], bottom: second.bottom };
}
