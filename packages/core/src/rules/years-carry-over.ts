import { knownFigure } from '../figures/known-figure.ts';
import { keysAt } from '../formats/keys-at.ts';
import { columnLabel } from '../formats/place-labels.ts';
import { priorReport } from './prior-report.ts';
import type { CheckInput, Failure, PredicateRule } from './rule.ts';

const basis =
  '表三第二项“上年结转”即上一年度报告第四项“结转下年度继续办理”（国办公开办函〔2019〕60号、〔2021〕30号所附表三）';

function* notCarriedOver(input: CheckInput, columns: readonly string[]): Iterable<Failure> {
  const prior = priorReport(input);
  if (prior === null) return;
  for (const column of columns) {
    const actual = knownFigure(input.report.facts, `t3.carriedIn.${column}`);
    const expected = knownFigure(prior.report.facts, `t3.carriedOut.${column}`);
    if (actual === null || expected === null || actual === expected) continue;
    yield {
      instance: column,
      cells: keysAt(input.format, { table: 't3', rows: ['carriedIn'], columns: [column] }),
      expected,
      actual,
      values: { column: columnLabel(input.format.tables[1], column), gap: Math.abs(actual - expected) },
    };
  }
}

/** Rule 12, the total: what was carried out of last year is carried into this one. */
export const yearCarryOver: PredicateRule = {
  kind: 'predicate',
  id: 'YEAR-CARRY-OVER',
  number: 12,
  severity: 'error',
  regradable: true,
  basis,
  needs: ['prior'],
  title: { zh: '上年结转与上一年度报告不一致', en: 'Carried in is not what last year carried out' },
  message: {
    zh: '上年结转总计＝{actual}，上一年度报告“结转下年度继续办理”总计＝{expected}，相差{gap}。',
    en: 'Carried in, total = {actual}; last year’s published report carried out {expected}, a difference of {gap}.',
  },
  instruction: {
    zh: '请按上一年度已公开的报告填写；上一年度数据确有错误的，先更正上一年度报告并公开更正说明。',
    en: 'Enter what last year’s published report carried out; if that was wrong, correct that report first, publicly.',
  },
  cells: (format) => keysAt(format, { table: 't3', rows: ['carriedIn'], columns: ['total'] }),
  readsText: false,
  check: (input) => notCarriedOver(input, ['total']),
};

/** Rule 12, each kind of applicant: a case may lawfully be reclassified, so it is asked about, not refused. */
export const yearCarryOverColumn: PredicateRule = {
  ...yearCarryOver,
  id: 'YEAR-CARRY-OVER-COLUMN',
  severity: 'warning',
  title: {
    zh: '某类申请人的上年结转与上一年度报告不一致',
    en: 'Carried in of one kind of applicant differs from last year',
  },
  message: {
    zh: '“{column}”列：上年结转＝{actual}，上一年度报告“结转下年度继续办理”＝{expected}，相差{gap}。',
    en: 'Column “{column}”: carried in = {actual}; last year carried out {expected}, a difference of {gap}.',
  },
  instruction: {
    zh: '请核对结转申请的申请人类别；上一年度归类有误的，请在情况说明中写明。',
    en: 'Check how the applicants of the carried-over cases were classed; if last year’s class was wrong, explain it.',
  },
  cells: (format) => keysAt(format, { table: 't3', rows: ['carriedIn'], columns: applicantColumns(format.tables[1]) }),
  check: (input) => notCarriedOver(input, applicantColumns(input.format.tables[1])),
};

function applicantColumns(table: CheckInput['format']['tables'][1]): readonly string[] {
  return table.columns.map(({ key }) => key).filter((key) => key !== 'total');
}
