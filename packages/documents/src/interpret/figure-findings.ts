import type { Cell, CellValue, Finding, Format } from '@nianbao/core';
import type { SourceSpot } from '../findings/reading-finding.ts';
import { readingFinding } from '../findings/reading-finding.ts';
import type { SourceCell } from '../source/source.ts';
import type { Alignment } from './align.ts';
import type { AssignedRow } from './assign-rows.ts';
import type { ValueNote } from './cell-value.ts';
import type { DisputeCells } from './disputes.ts';
import type { FormatRow } from './format-rows.ts';

const noteKinds: Readonly<Record<ValueNote, 'READ-CELL-UNIT' | 'READ-CELL-WORDS' | null>> = {
  unit: 'READ-CELL-UNIT',
  sign: 'READ-CELL-WORDS',
  zeroSign: null,
  grouping: null,
};

/** What was done with the figures of a row whose columns are not certain; nothing to say of those that are. */
const outcomes: Readonly<Record<Alignment, { readonly outcome: string; readonly outcomeEn: string } | null>> = {
  counted: null,
  values: null,
  heads: { outcome: '按各数上方的表头读入', outcomeEn: 'they were taken by the heads above them' },
  leading: { outcome: '暂从左起逐格读入', outcomeEn: 'they were taken from the left' },
  none: { outcome: '没有读入', outcomeEn: 'none was taken' },
};

/** The texts of the cells that are not blank, for a message. */
export const listOf = (cells: readonly SourceCell[]): string =>
  cells
    .filter((cell) => cell.text !== '')
    .map((cell) => cell.text)
    .join('、')
    .slice(0, 120);

const labelOf = (cell: Cell): string => cell.labels.slice(-2).join(' ');

/** How a cell's text was taken: its value, what had to be understood besides digits, and its head's unit if another. */
export interface TakenAs {
  readonly value: CellValue;
  readonly note: ValueNote | null;
  readonly headUnit: string | null;
}

/** What there is to say of one cell besides its figure. */
export function cellFindings(cell: Cell, source: SourceCell, { value, note, headUnit }: TakenAs): Finding[] {
  const values = { label: labelOf(cell) };
  if (typeof value === 'object' && value !== null) {
    return [readingFinding('READ-CELL-UNREADABLE', source, { cells: [cell.key], actual: value.unreadable, values })];
  }
  if (typeof value !== 'number') return [];
  if (headUnit !== null && value !== 0) {
    const units = { unit: headUnit, due: cell.unit ?? '' };
    return [
      readingFinding('READ-HEAD-UNIT', source, { cells: [cell.key], actual: value, values: { ...values, ...units } }),
    ];
  }
  const kind = note === null ? null : noteKinds[note];
  return kind === null ? [] : [readingFinding(kind, source, { cells: [cell.key], actual: value, values })];
}

/** Asks about a row whose figures are too few or too many, and says what was done with them. */
export function columnFindings({ row, run, cells }: AssignedRow, by: Alignment): Finding[] {
  const outcome = outcomes[by];
  const values = cells.filter((cell) => cell.text !== '');
  if (outcome === null || values.length === 0) return [];
  return [
    readingFinding(
      values.length > row.cells.length ? 'READ-CELLS-MORE' : 'READ-CELLS-FEWER',
      run.label ?? cells[0] ?? null,
      {
        cells: row.cells.map((cell) => cell.key),
        expected: row.cells.length,
        actual: values.length,
        values: { label: row.label, found: listOf(values), ...outcome },
      },
    ),
  ];
}

/** Tells of figures that run together, and whether they could be divided for certain. */
export function togetherFinding(
  row: FormatRow,
  spot: SourceSpot,
  { digits, certain }: { readonly digits: string; readonly certain: boolean },
): Finding {
  return readingFinding('READ-CELLS-TOGETHER', spot, {
    severity: certain ? 'notice' : 'error',
    cells: row.cells.map((cell) => cell.key),
    expected: row.cells.length,
    actual: digits,
    values: {
      label: row.label,
      outcome: certain ? '每格一位，已逐格读入' : '无法分开，没有读入',
      outcomeEn: certain ? 'one digit for each cell was taken' : 'they cannot be told apart and none was taken',
    },
  });
}

/** Asks about figures of 表四 that were not taken. */
export function orderUnknown(cells: readonly Cell[], found: readonly SourceCell[]): Finding {
  return readingFinding('READ-TABLE-ORDER', found[0] ?? null, {
    cells: cells.map((cell) => cell.key),
    expected: cells.length,
    actual: found.length,
    values: { found: listOf(found) },
  });
}

/** Shows the order in which figures of 表四 were taken, so that each can be compared. */
export function orderToldBySums(format: Format, { cells, found }: DisputeCells): Finding {
  const { groups, columns } = format.tables[2];
  const rows = groups.map(({ labels }, at) => {
    const figures = (cells ?? []).slice(at * columns.length, (at + 1) * columns.length).map((cell) => cell?.text ?? '');
    return `${labels.at(-1)} ${figures.join('、')}`;
  });
  return readingFinding('READ-TABLE-ORDER-BY-SUMS', found[0] ?? null, {
    cells: format.cells.filter((cell) => cell.table === 't4').map((cell) => cell.key),
    values: { rows },
  });
}
