import { matchLabel } from '../labels/match-label.ts';
import type { SourceCell, SourceRow } from '../source/source.ts';
import { isValueText } from './cell-value.ts';
import type { ClassifiedLine } from './line-class.ts';

const blankAfter = (line: number): SourceCell => ({ text: '', line, column: 1, start: 0, end: 1 });

const isWhole = (text: string): boolean => isValueText(text) || matchLabel(text)?.kind === 'known';

/** How many empty lines this layout puts between two cells: the most common number of them. */
function separatorOf(gaps: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const gap of gaps) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  let best = 0;
  for (const [gap, count] of counts) if (count > (counts.get(best) ?? 0)) best = gap;
  return best;
}

/** Numbers of empty lines between neighbouring cells that stand alone on their lines. */
function gapsOf(lines: readonly ClassifiedLine[]): number[] {
  const gaps: number[] = [];
  let empty = 0;
  let open = false;
  for (const { line, cells, kind } of lines) {
    if (kind === 'blank' && !line.cellLine) {
      if (!line.pageEnd) empty += 1;
      continue;
    }
    if (open && cells.length === 1) gaps.push(empty);
    open = cells.length === 1;
    empty = 0;
  }
  return gaps;
}

/**
 * Lays the lines of a table out as rows of cells. Where each cell stands on its own line, a longer gap than usual holds
 * blank cells: with n empty lines between cells as a rule, k blank cells leave k·(n+1)+n of them, so that their number
 * and with it every later figure's position is known by counting.
 */
export function zoneRows(lines: readonly ClassifiedLine[]): SourceRow[] {
  const separator = separatorOf(gapsOf(lines));
  const content = lines.filter((line) => line.kind !== 'blank');
  const singles = content.filter((line) => line.cells.length === 1).length;
  const counting = singles * 5 >= content.length * 4 && !lines.some((line) => line.line.cellLine);
  const rows: SourceRow[] = [];
  let empty = 0;
  for (const { line, cells, kind } of lines) {
    if (line.cellLine) {
      rows.push({ kind: 'loose', cells });
      continue;
    }
    if (kind === 'blank' && line.cellsBy === 'marks' && cells.length > 1) {
      rows.push({ kind: 'marked', cells });
      continue;
    }
    if (kind === 'blank') {
      if (!line.pageEnd && cells.length === 0) empty += 1;
      continue;
    }
    if (cells.length > 1 || line.cellsBy === 'marks') {
      rows.push({ kind: line.cellsBy === 'gaps' ? 'laidOut' : 'marked', cells });
    } else {
      if (counting && rows.length > 0) {
        const blanks = (empty - separator) / (separator + 1);
        const step = Number.isInteger(blanks) ? Math.min(blanks, 200) : 0;
        for (let at = 0; at < step; at += 1) rows.push({ kind: 'loose', cells: [blankAfter(line.line - 1)] });
      }
      const single: SourceRow = { kind: singles === content.length || counting ? 'loose' : 'laidOut', cells };
      const joined = empty === 0 && separator > 0 ? joinWith(rows.at(-1), single) : null;
      if (joined === null) rows.push(single);
      else rows[rows.length - 1] = joined;
    }
    empty = 0;
  }
  const trailing = counting ? Math.min(Math.floor((empty - separator) / (separator + 1)), 20) : 0;
  const last = lines.at(-1)?.line.line ?? 1;
  for (let at = 0; at < trailing; at += 1) rows.push({ kind: 'loose', cells: [blankAfter(last)] });
  return rows;
}

/** Two lines of one cell: neither is a whole label or figure by itself, or both together are a known label. */
function joinWith(before: SourceRow | undefined, after: SourceRow): SourceRow | null {
  const [first] = before?.kind === 'loose' && before.cells.length === 1 ? before.cells : [];
  const [second] = after.cells;
  if (first === undefined || second === undefined || first.text === '' || second.text === '') return null;
  const text = first.text + second.text;
  const together = text.length <= 90 && matchLabel(text)?.kind === 'known';
  if (!together && (isWhole(first.text) || isWhole(second.text) || text.length > 90)) return null;
  return { kind: 'loose', cells: [{ ...first, text, end: second.end }] };
}
