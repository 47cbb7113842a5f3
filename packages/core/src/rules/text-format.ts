import { formatById, formatForYear } from '../formats/formats.ts';
import type { CheckInput, Failure, PredicateRule } from './rule.ts';

function* failures({ report }: CheckInput): Iterable<Failure> {
  if (report.year === null || report.format === null) return;
  const due = formatForYear(report.year);
  if (due === null || due.id === report.format) return;
  yield {
    expected: due.id,
    actual: report.format,
    values: { year: report.year, due: due.basis, used: formatById[report.format].basis },
  };
}

export const textFormatRules: readonly PredicateRule[] = [
  {
    kind: 'predicate',
    id: 'FORMAT-YEAR',
    number: 40,
    severity: 'error',
    regradable: false,
    basis: '国办公开办函〔2021〕30号：自2021年度报告起使用新格式',
    title: { zh: '表格格式与年度不符', en: 'The tables are of another year’s format' },
    message: {
      zh: '{year}年度报告使用了{used}的表格，应使用{due}规定的格式。',
      en: 'The report for {year} uses the tables of {used}; the format of {due} is due.',
    },
    instruction: {
      zh: '改用规定格式的统计表，按新的项目口径重新填报。',
      en: 'Use the prescribed tables and fill them in by their own definitions.',
    },
    needs: [],
    readsText: true,
    cells: () => [],
    check: failures,
  },
];
