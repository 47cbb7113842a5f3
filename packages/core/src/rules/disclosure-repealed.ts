import type { CellKey, Format } from '../formats/format.ts';
import { keysAt } from '../formats/keys-at.ts';
import type { Report } from '../report/report.ts';
import { formatOf } from '../report/report.ts';
import type { Failure, PredicateRule } from './rule.ts';

const kindsOfDocument = [
  { row: 'regulations', label: '规章' },
  { row: 'normativeDocuments', label: '行政规范性文件' },
] as const;

function keyOf(format: Format, row: string, column: string): CellKey | null {
  return keysAt(format, { table: 't2', rows: [row], columns: [column] })[0] ?? null;
}

function numberAt(report: Report, key: CellKey | null): number | null {
  const value = key === null ? null : report.facts[key];
  return typeof value === 'number' ? value : null;
}

/** Rule 10: no more can be repealed than was in force a year ago or issued since. */
export const disclosureRepealed: PredicateRule = {
  kind: 'predicate',
  id: 'T2-REPEALED-OVER-STOCK',
  number: 10,
  severity: 'error',
  regradable: true,
  basis: '2021年格式表二三栏的含义，与上一年度报告的“现行有效件数”衔接（国办公开办函〔2021〕30号）',
  needs: ['prior'],
  title: { zh: '废止件数大于可废止的件数', en: 'More documents repealed than there were' },
  message: {
    zh: '“{row}”：本年废止件数＝{actual}，大于上一年现行有效件数{prior}＋本年制发件数{issued}＝{expected}。',
    en: '“{row}”: repealed = {actual}, more than {prior} in force a year ago + {issued} issued this year = {expected}.',
  },
  instruction: {
    zh: '请核对本年废止件数、本年制发件数和上一年度报告的现行有效件数；上一年数据有误的，请先更正上一年报告。',
    en: 'Check this year’s figures and last year’s in force; if last year’s is wrong, correct that report first.',
  },
  cells: (format) =>
    keysAt(format, {
      table: 't2',
      rows: kindsOfDocument.map(({ row }) => row),
      columns: ['issued', 'repealed'],
    }),
  readsText: false,
  *check({ report, format, prior }): Iterable<Failure> {
    const priorFormat = prior === null ? null : formatOf(prior);
    if (prior === null || priorFormat === null || report.year === null || prior.year !== report.year - 1) return;
    for (const { row, label } of kindsOfDocument) {
      const repealedKey = keyOf(format, row, 'repealed');
      const issuedKey = keyOf(format, row, 'issued');
      const repealed = numberAt(report, repealedKey);
      const issued = numberAt(report, issuedKey);
      const inForce = numberAt(prior, keyOf(priorFormat, row, 'inForce'));
      if (repealedKey === null || issuedKey === null || repealed === null || issued === null || inForce === null)
        continue;
      if (repealed <= inForce + issued) continue;
      yield {
        instance: row,
        cells: [repealedKey, issuedKey],
        actual: repealed,
        expected: inForce + issued,
        values: { row: label, prior: inForce, issued },
      };
    }
  },
};
