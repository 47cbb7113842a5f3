import type { Severity } from '../findings/finding.ts';
import { cellLabel } from '../formats/place-labels.ts';
import type { CheckStage, Failure, PredicateRule } from './rule.ts';

/** A draft is filled in bit by bit; what is published has a figure in every cell. */
const severityAt: Readonly<Record<CheckStage, Severity>> = { draft: 'notice', import: 'warning', publication: 'error' };

/** Rule 4, blanks: one finding for each table names all of its empty cells. */
export const cellsBlank: PredicateRule = {
  kind: 'predicate',
  id: 'CELL-BLANK',
  number: 4,
  severity: 'error',
  regradable: true,
  basis: '各统计表每格应填数字，没有发生的填“0”（国办公开办函〔2019〕60号、〔2021〕30号）',
  needs: [],
  title: { zh: '有单元格空白', en: 'Cells are blank' },
  message: {
    zh: '第{part}部分表格有{count}个单元格空白（共{total}个），第一个是“{first}”。',
    en: 'The table in section {part} has {count} blank cells of {total}; the first is “{first}”.',
  },
  instruction: {
    zh: '请逐格填写；没有发生的填 0，不要留空。',
    en: 'Fill in every cell; where nothing happened, enter 0 rather than leave it blank.',
  },
  cells: (format) => format.cells.map(({ key }) => key),
  readsText: false,
  *check({ report, format, stage }): Iterable<Failure> {
    for (const table of format.tables) {
      const cells = format.cells.filter((cell) => cell.table === table.id);
      const blank = cells.filter(({ key }) => (report.facts[key] ?? null) === null);
      const first = blank[0];
      if (first === undefined) continue;
      yield {
        instance: table.id,
        severity: severityAt[stage],
        cells: blank.map(({ key }) => key),
        values: { part: table.section, count: blank.length, total: cells.length, first: cellLabel(first) },
      };
    }
  },
};
