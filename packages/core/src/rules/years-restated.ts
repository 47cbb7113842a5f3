import { knownFigure } from '../figures/known-figure.ts';
import { cellKeyOf, findCell } from '../formats/formats.ts';
import { cellLabel } from '../formats/place-labels.ts';
import { exactDifference, priorReport } from './prior-report.ts';
import type { Failure, PredicateRule } from './rule.ts';

/** Rule 17: where a report repeats last year's figures, they are those that were published. */
export const yearRestated: PredicateRule = {
  kind: 'predicate',
  id: 'YEAR-RESTATED',
  number: 17,
  severity: 'warning',
  regradable: true,
  basis: '已公开的年度报告数据不应无说明地改变（条例第六条：及时、准确公开政府信息）',
  needs: ['prior', 'restated'],
  title: { zh: '重述的上年数据与已公开的不一致', en: 'Last year’s figures are restated differently' },
  message: {
    zh: '“{cell}”：本报告所列上年数据＝{actual}，上一年度已公开的报告为{expected}，相差{gap}。',
    en: '“{cell}”: this report gives {actual} for last year, the published report {expected}, a difference of {gap}.',
  },
  instruction: {
    zh: '请按已公开的数据填写；上一年度数据有误的，请更正上一年度报告并公开更正说明。',
    en: 'Use the published figure; if it was wrong, correct last year’s report and say so in public.',
  },
  cells: () => [],
  readsText: false,
  *check(input): Iterable<Failure> {
    const prior = priorReport(input);
    if (prior === null) return;
    for (const [key, actual] of Object.entries(input.restated ?? {})) {
      const cell = findCell(prior.format, key);
      const expected = knownFigure(prior.report.facts, key);
      if (cell === undefined || expected === null || expected === actual) continue;
      const own = cellKeyOf(input.format, key);
      const gap = Math.abs(exactDifference(cell.kind, actual, expected));
      yield {
        instance: key,
        cells: own === null ? [] : [own],
        expected,
        actual,
        values: { cell: cellLabel(cell), gap },
      };
    }
  },
};
