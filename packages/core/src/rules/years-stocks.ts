import { knownFigure } from '../figures/known-figure.ts';
import { keysAt } from '../formats/keys-at.ts';
import { bandRowLabel, groupLabel } from '../formats/place-labels.ts';
import { priorReport } from './prior-report.ts';
import type { Failure, PredicateRule } from './rule.ts';

const documentRows = ['regulations', 'normativeDocuments'];
const itemRows = ['licences', 'otherServices', 'penalties', 'coercions', 'fees'];

/** Rule 13: the documents in force follow from last year's. Only within the format of 2021, where all three are counted. */
export const yearInForce: PredicateRule = {
  kind: 'predicate',
  id: 'YEAR-IN-FORCE',
  number: 13,
  severity: 'warning',
  regradable: true,
  basis: '2021年格式表二“现行有效件数”与上一年度报告衔接（国办公开办函〔2021〕30号）；专项清理可能使其中断',
  needs: ['prior'],
  title: { zh: '现行有效件数与上一年度不衔接', en: 'Documents in force do not follow from last year' },
  message: {
    zh: '“{row}”：现行有效件数＝{actual}，上一年现行有效{prior}＋本年制发{issued}－本年废止{repealed}＝{expected}，相差{gap}。',
    en: '“{row}”: in force = {actual}; {prior} a year ago + {issued} issued − {repealed} repealed = {expected}, a difference of {gap}.',
  },
  instruction: {
    zh: '请核对制发、废止和现行有效件数；因清理、机构改革等造成差异的，请写明情况说明。',
    en: 'Check what was issued, repealed and in force; if a clean-up or a reorganisation explains it, say so.',
  },
  cells: (format) => keysAt(format, { table: 't2', rows: documentRows, columns: ['issued', 'repealed', 'inForce'] }),
  readsText: false,
  *check(input): Iterable<Failure> {
    const last = priorReport(input);
    if (last === null) return;
    for (const row of documentRows) {
      const prior = knownFigure(last.report.facts, `t2.${row}.inForce`);
      const issued = knownFigure(input.report.facts, `t2.${row}.issued`);
      const repealed = knownFigure(input.report.facts, `t2.${row}.repealed`);
      const actual = knownFigure(input.report.facts, `t2.${row}.inForce`);
      if (prior === null || issued === null || repealed === null || actual === null) continue;
      const expected = prior + issued - repealed;
      if (expected === actual || expected < 0) continue;
      yield {
        instance: row,
        cells: keysAt(input.format, { table: 't2', rows: [row], columns: ['issued', 'repealed', 'inForce'] }),
        expected,
        actual,
        values: {
          row: bandRowLabel(input.format.tables[0], row),
          prior,
          issued,
          repealed,
          gap: Math.abs(actual - expected),
        },
      };
    }
  },
};

/** Rule 14: last year's number of items is what last year's report came to. Only within the format of 2019. */
export const yearItems: PredicateRule = {
  kind: 'predicate',
  id: 'YEAR-ITEMS',
  number: 14,
  severity: 'warning',
  regradable: true,
  basis: '2019年格式表二“上一年项目数量”与上一年度报告衔接（国办公开办函〔2019〕60号）',
  needs: ['prior'],
  title: { zh: '上一年项目数量与上一年度报告不一致', en: 'Items of last year differ from last year’s report' },
  message: {
    zh: '“{row}”：上一年项目数量＝{actual}，上一年度报告的项目数量{prior}＋增/减（{change}）＝{expected}，相差{gap}。',
    en: '“{row}”: items last year = {actual}; last year’s report had {prior}, changed by {change} = {expected}, a difference of {gap}.',
  },
  instruction: {
    zh: '请对照上一年度报告和权责清单核对；清单有调整的，请写明情况说明。',
    en: 'Check against last year’s report and the list of powers; if the list was revised, explain it.',
  },
  cells: (format) => keysAt(format, { table: 't2', rows: itemRows, columns: ['priorYearItems'] }),
  readsText: false,
  *check(input): Iterable<Failure> {
    const last = priorReport(input);
    if (last === null) return;
    for (const row of itemRows) {
      const prior = knownFigure(last.report.facts, `t2.${row}.priorYearItems`);
      const change = knownFigure(last.report.facts, `t2.${row}.change`);
      const actual = knownFigure(input.report.facts, `t2.${row}.priorYearItems`);
      if (prior === null || change === null || actual === null || actual === prior + change) continue;
      const expected = prior + change;
      yield {
        instance: row,
        cells: keysAt(input.format, { table: 't2', rows: [row], columns: ['priorYearItems'] }),
        expected,
        actual,
        values: { row: bandRowLabel(input.format.tables[0], row), prior, change, gap: Math.abs(actual - expected) },
      };
    }
  },
};

/** Rule 15: cases that were open at the end of last year are among this year's. */
export const yearPending: PredicateRule = {
  kind: 'predicate',
  id: 'YEAR-PENDING',
  number: 15,
  severity: 'warning',
  regradable: true,
  basis: '表四“尚未审结”的案件在下一年度仍应统计（国办公开办函〔2019〕60号、〔2021〕30号所附表四）',
  needs: ['prior'],
  title: { zh: '总计少于上年尚未审结的案件', en: 'Fewer cases than were pending a year ago' },
  message: {
    zh: '“{group}”：本年总计＝{actual}，少于上一年度报告的“尚未审结”{expected}件。',
    en: '“{group}”: total = {actual}, fewer than the {expected} that last year’s report left pending.',
  },
  instruction: {
    zh: '请核对上年未审结的案件本年是否审结、是否已统计。',
    en: 'Check whether the cases left pending last year were closed and counted this year.',
  },
  cells: (format) => keysAt(format, { table: 't4', columns: ['total'] }),
  readsText: false,
  *check(input): Iterable<Failure> {
    const last = priorReport(input);
    if (last === null) return;
    const table = input.format.tables[2];
    for (const { key } of table.groups) {
      const expected = knownFigure(last.report.facts, `t4.${key}.pending`);
      const actual = knownFigure(input.report.facts, `t4.${key}.total`);
      if (expected === null || actual === null || actual >= expected) continue;
      const cells = keysAt(input.format, { table: 't4', rows: [key], columns: ['total'] });
      yield { instance: key, cells, expected, actual, values: { group: groupLabel(table, key) } };
    }
  },
};
