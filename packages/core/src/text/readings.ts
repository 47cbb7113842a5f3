import type { FigureRow } from '../figures/figure-row.ts';
import { cellState, unscaleFigure } from '../figures/figure-row.ts';
import type { CellKey } from '../formats/format.ts';
import { findCell } from '../formats/formats.ts';

/**
 * One way to read a phrase as figures of the tables: a sum of rows of 表三 (`t3.received`, its total column), of whole
 * groups (`t3.refused.*`) and of single cells (`t4.review.total`). A name that the format lacks makes the reading void.
 */
export interface Reading {
  readonly plus: readonly string[];
  readonly minus?: readonly string[];
  /** One applicant column of 表三 instead of the total; `legalPersons` for all columns but 自然人. */
  readonly column?: string;
}

/** What a reading comes to: exactly, or at least, where cells are blank or unreadable. In 件, 项 or 万元. */
export interface Amount {
  readonly value: number;
  readonly exact: boolean;
  readonly cells: readonly CellKey[];
}

const applicants = [
  'naturalPerson',
  'enterprise',
  'researchInstitution',
  'publicWelfare',
  'legalService',
  'otherOrganisation',
] as const;

function amountOf(row: FigureRow, keys: readonly string[]): Amount | null {
  let value = 0;
  let exact = true;
  const cells: CellKey[] = [];
  for (const key of keys) {
    const cell = findCell(row.format, key);
    if (cell === undefined) return null;
    cells.push(cell.key);
    const state = row.states[cell.index];
    if (state === cellState.blank || state === cellState.unreadable) exact = false;
    value += unscaleFigure(cell.kind, row.values[cell.index] ?? 0);
  }
  return { value, exact, cells };
}

const added = (left: Amount, right: Amount, sign: 1 | -1): Amount => ({
  value: left.value + sign * right.value,
  exact: left.exact && right.exact,
  cells: [...left.cells, ...right.cells],
});

const nothing: Amount = { value: 0, exact: true, cells: [] };

/** Rows of 表三 that a name stands for: itself, or the rows of a group. */
function rowsOf(row: FigureRow, name: string): readonly string[] {
  if (!name.endsWith('.*')) return [name.slice('t3.'.length)];
  const group = name.slice('t3.'.length, -'.*'.length);
  const rows = row.format.tables[1].rows.map(({ key }) => key);
  return rows.filter((key) => key === group || key.startsWith(`${group}.`));
}

const columnsOf = (column: string): readonly string[] =>
  column === 'legalPersons' ? applicants.filter((name) => name !== 'naturalPerson') : [column];

/** A row's total as it stands in 总计, or as its columns come to; the other of the two where the first is not known. */
function rowTotal(row: FigureRow, key: string, prefer: 'total' | 'columns'): Amount | null {
  const total = amountOf(row, [`t3.${key}.total`]);
  const columns = amountOf(
    row,
    applicants.map((name) => `t3.${key}.${name}`),
  );
  if (total === null || columns === null) return null;
  const [first, second] = prefer === 'total' ? [total, columns] : [columns, total];
  if (first.exact) return first;
  return second.exact || second.value > first.value ? second : first;
}

function summed(amounts: readonly (Amount | null)[]): readonly Amount[] {
  let sum = nothing;
  for (const amount of amounts) {
    if (amount === null) return [];
    sum = added(sum, amount, 1);
  }
  return [sum];
}

/**
 * The amounts of one name. Rows of 表三 have two where 总计 differs from the columns: a text that agrees with either is
 * not the text's mistake.
 */
function amountsOf(row: FigureRow, name: string, column: string | undefined): readonly Amount[] {
  const wholeRow = name.startsWith('t3.') && !row.format.indexOf.has(name);
  if (!wholeRow) return summed([amountOf(row, [name])]);
  const rows = rowsOf(row, name);
  if (rows.length === 0) return [];
  if (column !== undefined) {
    const keys = rows.flatMap((key) => columnsOf(column).map((at) => `t3.${key}.${at}`));
    return summed([amountOf(row, keys)]);
  }
  const totals = summed(rows.map((key) => rowTotal(row, key, 'total')));
  const columns = summed(rows.map((key) => rowTotal(row, key, 'columns')));
  return totals[0]?.value === columns[0]?.value ? totals : [...totals, ...columns];
}

const sumsOf = (row: FigureRow, names: readonly string[], column: string | undefined): readonly Amount[] =>
  names.reduce<readonly Amount[]>(
    (sums, name) => {
      const next = amountsOf(row, name, column);
      return sums.flatMap((sum) => next.map((amount) => added(sum, amount, 1)));
    },
    [nothing],
  );

/** Every amount that a reading may come to; empty where the format lacks a name of it. */
export function readAmounts(row: FigureRow, reading: Reading): readonly Amount[] {
  const plus = sumsOf(row, reading.plus, reading.column);
  if (reading.minus === undefined) return plus;
  const minus = sumsOf(row, reading.minus, reading.column);
  return plus.flatMap((left) => minus.map((right) => added(left, right, -1)));
}

/** True where the reading can't be told from the table: something that is taken away is unknown. */
export function isOpen(reading: Reading, amount: Amount): boolean {
  return reading.minus !== undefined && !amount.exact;
}
