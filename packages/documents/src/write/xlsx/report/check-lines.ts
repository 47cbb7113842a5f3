import type { BoundRelation, Cell, CellKey, FigureRow, Format, Rule, StatutoryTable, TableId } from '@nianbao/core';
import { arithmeticTable, cellState, failedRelations, figureAt, findCell, ruleById } from '@nianbao/core';
import type { SideFormulas } from './rule-formulas.ts';
import { sideFormulas } from './rule-formulas.ts';

/** What a rule comes to: it holds, it is broken, or figures that it needs are absent. */
export type Verdict = 'holds' | 'broken' | 'open';

export const verdictWords: Readonly<Record<Verdict, string>> = { holds: '相符', broken: '不符', open: '待定' };

/** One rule for one place of one table: formulas that compute it, and what they come to as the report stands. */
export interface CheckLine {
  readonly table: TableId;
  readonly rule: Rule;
  /** The column, row or block that is meant; empty where it is the whole table. */
  readonly about: string;
  readonly left: readonly CellKey[];
  readonly comparison: '=' | '<=' | '>=';
  readonly right: readonly CellKey[];
  readonly formulas: SideFormulas;
  readonly now: {
    readonly left: number;
    readonly right: number;
    readonly leftMayGrow: number;
    readonly rightMayGrow: number;
    readonly verdict: Verdict;
  };
}

/** Names cells for formulas in another sheet. */
export type RangesIn = (table: TableId) => (keys: readonly CellKey[]) => readonly string[];

interface Given {
  readonly row: FigureRow;
  readonly rangesIn: RangesIn;
}

function cellsOf(format: Format, keys: readonly CellKey[]): readonly Cell[] {
  return keys.flatMap((key) => findCell(format, key) ?? []);
}

const isUnknown = (row: FigureRow, { index }: Cell): boolean =>
  row.states[index] === cellState.blank || row.states[index] === cellState.unreadable;

const sumOf = (row: FigureRow, cells: readonly Cell[]): number =>
  cells.reduce((sum, cell) => sum + (figureAt(row, cell) ?? 0), 0);

function relationLine(bound: BoundRelation, broken: boolean, { row, rangesIn }: Given): CheckLine {
  const { rule, relation } = bound;
  const { format } = row;
  const left = cellsOf(format, relation.left);
  const right = cellsOf(format, relation.right);
  const table = left[0]?.table ?? 't2';
  const absent = (cells: readonly Cell[]) => cells.filter((cell) => isUnknown(row, cell)).length;
  const changes = (cells: readonly Cell[]) => cells.filter(({ kind }) => kind === 'change');
  const leftMayGrow = absent([...left, ...changes(right)]);
  const rightMayGrow = absent([...right, ...changes(left)]);
  const verdict = broken ? 'broken' : absent([...left, ...right]) > 0 ? 'open' : 'holds';
  return {
    table,
    rule,
    about: Object.values(relation.values).join(' · '),
    left: relation.left,
    comparison: relation.comparison,
    right: relation.right,
    formulas: sideFormulas(format, relation, rangesIn(table)),
    now: { left: sumOf(row, left), right: sumOf(row, right), leftMayGrow, rightMayGrow, verdict },
  };
}

/** A rule that counts cells which are not as they should be: there must be none. */
interface CountingRule {
  readonly id: string;
  readonly applies: (cell: Cell) => boolean;
  readonly formula: (ranges: readonly string[], cells: number) => string;
  /** Whether one cell of a report is counted; numbers of a report always are what their cells may hold. */
  readonly counts: (state: number | undefined) => boolean;
}

const each = (ranges: readonly string[], term: (range: string) => string): string => ranges.map(term).join('+');

const countingRules: readonly CountingRule[] = [
  {
    id: 'CELL-BLANK',
    applies: () => true,
    formula: (ranges, cells) => `${cells}-COUNTA(${ranges.join(',')})`,
    counts: (state) => state === cellState.blank,
  },
  {
    id: 'CELL-NOT-A-COUNT',
    applies: ({ kind }) => kind !== 'money',
    formula: (ranges) =>
      `COUNTA(${ranges.join(',')})-COUNT(${ranges.join(',')})+${each(ranges, (range) => `SUMPRODUCT(ISNUMBER(${range})*ISNUMBER(FIND(".",${range})))`)}`,
    counts: (state) => state === cellState.unreadable || state === cellState.notApplicable,
  },
  {
    id: 'T2-FEES-DECIMAL',
    applies: ({ kind }) => kind === 'money',
    formula: (ranges) =>
      `COUNTA(${ranges.join(',')})-COUNT(${ranges.join(',')})-(${each(ranges, (range) => `COUNTIF(${range},"/")`)})`,
    counts: (state) => state === cellState.unreadable,
  },
];

function countingLines(table: StatutoryTable, { row, rangesIn }: Given): readonly CheckLine[] {
  return countingRules.flatMap(({ id, applies, formula, counts }) => {
    const rule = ruleById.get(id);
    const cells = row.format.cells.filter((cell) => cell.table === table.id && applies(cell));
    if (rule === undefined || cells.length === 0) return [];
    const keys = cells.map(({ key }) => key);
    const left = cells.filter(({ index }) => counts(row.states[index])).length;
    const line: CheckLine = {
      table: table.id,
      rule,
      about: '',
      left: keys,
      comparison: '=',
      right: [],
      formulas: {
        left: formula(rangesIn(table.id)(keys), keys.length),
        right: '0',
        leftMayGrow: '0',
        rightMayGrow: '0',
      },
      now: { left, right: 0, leftMayGrow: 0, rightMayGrow: 0, verdict: left === 0 ? 'holds' : 'broken' },
    };
    return [line];
  });
}

/** Every rule that a sheet can compute, table by table in their order. */
export function checkLines(row: FigureRow, rangesIn: RangesIn): readonly CheckLine[] {
  const arithmetic = arithmeticTable(row.format);
  const failed = new Set(failedRelations(arithmetic, row));
  const given = { row, rangesIn };
  const relations = arithmetic.relations.map((bound, at) => relationLine(bound, failed.has(at), given));
  return row.format.tables.flatMap((table) => [
    ...relations.filter((line) => line.table === table.id),
    ...countingLines(table, given),
  ]);
}
