import { knownFigure } from '../figures/known-figure.ts';
import { keysAt } from '../formats/keys-at.ts';
import { priorReport } from './prior-report.ts';
import type { CheckInput, Failure, PredicateRule } from './rule.ts';

/** Cases that two years of applications may plausibly lead to, and the count from which more of them is telling. */
function boundOf(
  input: CheckInput,
): { readonly handled: number; readonly most: number; readonly telling: number } | null {
  const processed = knownFigure(input.report.facts, 't3.processedTotal.total');
  const carriedOut = knownFigure(input.report.facts, 't3.carriedOut.total');
  if (processed === null || carriedOut === null) return null;
  const handled = processed + carriedOut;
  const before = knownFigure(priorReport(input)?.report.facts ?? {}, 't3.processedTotal.total');
  return before === null
    ? { handled, most: handled * 2, telling: 10 }
    : { handled: handled + before, most: handled + before, telling: 5 };
}

/**
 * Rule 32. A case may follow from last year's application and go through review and both courts, so reviews and lawsuits
 * are looked at apart, against the applications of both years; without last year's report, against twice this year's.
 * A handful of cases says nothing.
 */
export const disputesOverHandled: PredicateRule = {
  kind: 'predicate',
  id: 'T4-OVER-HANDLED',
  number: 32,
  severity: 'warning',
  regradable: true,
  basis: '行政复议、诉讼一般因本年或者上年办理的申请而起（合理性审核）',
  needs: [],
  title: { zh: '复议或诉讼多于办理的申请', en: 'More disputes than applications handled' },
  message: {
    zh: '{group}{actual}件，而办理的申请只有{handled}件。',
    en: '{actual} cases ({group}), but only {handled} applications handled.',
  },
  instruction: {
    zh: '请核对表四是否混入了与政府信息公开无关的案件。',
    en: 'Check whether cases that are not about disclosure were counted in.',
  },
  cells: (format) => [
    ...keysAt(format, { table: 't3', rows: ['processedTotal', 'carriedOut'], columns: ['total'] }),
    ...keysAt(format, { table: 't4', columns: ['total'] }),
  ],
  readsText: false,
  *check(input): Iterable<Failure> {
    const bound = boundOf(input);
    if (bound === null) return;
    const kinds = [
      { instance: 'review', group: '行政复议', rows: ['review'] },
      { instance: 'litigation', group: '行政诉讼', rows: ['litigationDirect', 'litigationAfterReview'] },
    ];
    for (const { instance, group, rows } of kinds) {
      const cells = keysAt(input.format, { table: 't4', rows, columns: ['total'] });
      const actual = cells.reduce((sum, key) => sum + (knownFigure(input.report.facts, key) ?? 0), 0);
      if (actual < bound.telling || actual <= bound.most) continue;
      yield { instance, cells, actual, values: { group, handled: bound.handled } };
    }
  },
};
