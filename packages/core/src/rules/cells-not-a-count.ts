import type { CellValue } from '../figures/facts.ts';
import { scaleFigure } from '../figures/figure-row.ts';
import type { Severity } from '../findings/finding.ts';
import type { Cell } from '../formats/format.ts';
import { cellLabel } from '../formats/place-labels.ts';
import type { CheckInput, CheckStage, Failure, PredicateRule } from './rule.ts';

/** “/” is a mark that drafts and files use; what is published has 0 there. */
const severityOfMark: Readonly<Record<CheckStage, Severity>> = {
  draft: 'warning',
  import: 'warning',
  publication: 'error',
};

/** What a cell of counts says instead of a count; null where it holds one, is blank, or holds “/”. */
function notACount(cell: Cell, value: CellValue | undefined): string | null {
  if (typeof value === 'number') return scaleFigure(cell.kind, value) === null ? String(value) : null;
  return typeof value === 'object' && value !== null ? value.unreadable : null;
}

function* unreadableRows({ report, format }: CheckInput): Iterable<Failure> {
  const rows = Map.groupBy(
    format.cells.flatMap((cell) => {
      const text = cell.kind === 'money' ? null : notACount(cell, report.facts[cell.key]);
      return text === null ? [] : [{ cell, text }];
    }),
    ({ cell }) => `${cell.table}.${cell.row}`,
  );
  for (const [instance, found] of rows) {
    const first = found[0];
    if (first === undefined) continue;
    yield {
      instance,
      cells: found.map(({ cell }) => cell.key),
      actual: found.map(({ text }) => text).join('、'),
      values: { first: cellLabel(first.cell), count: found.length },
    };
  }
}

function* marks({ report, format, stage }: CheckInput): Iterable<Failure> {
  for (const table of format.tables) {
    const marked = format.cells.filter((cell) => cell.table === table.id && report.facts[cell.key] === '/');
    const first = marked[0];
    if (first === undefined) continue;
    yield {
      instance: table.id,
      severity: severityOfMark[stage],
      cells: marked.map(({ key }) => key),
      actual: '/',
      values: { first: cellLabel(first), count: marked.length },
    };
  }
}

/** Rule 4, what is no count: texts by row of a table, “/” by table. */
export const cellsNotACount: PredicateRule = {
  kind: 'predicate',
  id: 'CELL-NOT-A-COUNT',
  number: 4,
  severity: 'error',
  regradable: true,
  basis: '各统计表每格应填数字，没有发生的填“0”（国办公开办函〔2019〕60号、〔2021〕30号）',
  needs: [],
  title: { zh: '单元格不是整数', en: 'Cells do not hold a whole number' },
  message: {
    zh: '“{first}”等处（{count}格）填的是“{actual}”，应为不小于0的整数（“本年增/减”可为负数）。',
    en: '“{first}” and what follows ({count} cells) says “{actual}”; it must be a whole number of 0 or more (a change may be negative).',
  },
  instruction: {
    zh: '请改填阿拉伯数字；没有发生的填 0，不写“/”“-”“无”，也不写单位。',
    en: 'Enter digits alone; where nothing happened, enter 0 rather than “/”, “-” or “无”, and no unit.',
  },
  cells: (format) => format.cells.map(({ key }) => key),
  readsText: false,
  *check(input): Iterable<Failure> {
    yield* unreadableRows(input);
    yield* marks(input);
  },
};
