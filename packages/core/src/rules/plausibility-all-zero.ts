import { knownFigure } from '../figures/known-figure.ts';
import type { TableId } from '../formats/format.ts';
import type { CellRange } from '../formats/keys-at.ts';
import { keysAt } from '../formats/keys-at.ts';
import { claimsOf } from '../text/claims.ts';
import type { Subject } from '../text/concepts.ts';
import { placeOf } from '../text/passages.ts';
import type { CheckInput, Failure, PredicateRule } from './rule.ts';

/** The two tables with the rows whose totals must be known to be 0, and what the text would speak of. */
const tables: readonly ZeroTable[] = [
  { table: 't3', part: 3, totals: ['received'], subjects: ['applications'] },
  {
    table: 't4',
    part: 4,
    totals: ['review', 'litigationDirect', 'litigationAfterReview'],
    subjects: ['review', 'litigation', 'disputes'],
  },
];

interface ZeroTable {
  readonly table: TableId;
  readonly part: number;
  readonly totals: readonly string[];
  readonly subjects: readonly Subject[];
}

function isAllZero({ format, report }: CheckInput, { table, totals }: ZeroTable): boolean {
  const figuresAt = (range: CellRange) => keysAt(format, range).map((key) => knownFigure(report.facts, key));
  return (
    figuresAt({ table, rows: totals, columns: ['total'] }).every((figure) => figure === 0) &&
    figuresAt({ table }).every((figure) => figure === 0 || figure === null)
  );
}

/** Rule 34: a table of zeros beside a text that reports cases. One finding for each table, at the first such claim. */
export const allZero: PredicateRule = {
  kind: 'predicate',
  id: 'ALL-ZERO',
  number: 34,
  severity: 'warning',
  regradable: true,
  basis: '文字与表格应当一致（国办公开办函〔2021〕30号关于年度报告数据准确、前后一致的要求；合理性审核）',
  needs: [],
  title: { zh: '表格全为零而文中有案件', en: 'A table of zeros beside cases in the text' },
  message: {
    zh: '第{part}部分表格全部为 0，而文中写有“{quote}”。',
    en: 'The table in section {part} is zero throughout, while the text says “{quote}”.',
  },
  instruction: {
    zh: '请核对：表格漏填的补填，文字有误的改正。',
    en: 'Check which is right: fill in the table, or mend the text.',
  },
  cells: (format) => [...keysAt(format, { table: 't3' }), ...keysAt(format, { table: 't4' })],
  readsText: true,
  *check(input): Iterable<Failure> {
    for (const row of tables) {
      if (!isAllZero(input, row)) continue;
      const { table, part, totals, subjects } = row;
      const claim = claimsOf(input.report).find(
        ({ concept, mention }) => subjects.includes(concept.subject) && mention.value > 0,
      );
      if (claim === undefined) continue;
      const { passage, start, mention } = claim;
      yield {
        instance: table,
        cells: keysAt(input.format, { table, rows: totals, columns: ['total'] }),
        expected: mention.value,
        actual: 0,
        place: placeOf(passage, start, mention.end),
        values: { part },
      };
    }
  },
};
