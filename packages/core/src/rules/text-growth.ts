import { rowFromFacts } from '../figures/facts.ts';
import { formatOf } from '../report/report.ts';
import { claimsByPassage } from '../text/claims.ts';
import { figuresOf, placeOf } from '../text/passages.ts';
import { agrees, inPercent, rounded } from '../text/percent.ts';
import { readAmounts } from '../text/readings.ts';
import type { CheckInput, Failure } from './rule.ts';

/** “申请数量较去年回落12.3%”: the change of what was received, told right after it. */
const growth =
  /^(?:，|（)?(?:申请(?:数量|数|量|总数|总量|件数)?)?(?:较|比|同比|与)(?:20\d\d年|去年|上一?年)?(?:同期)?(?:相比)?(增长|上升|增加|提高|回落|下降|减少|降低)(?:了|约)?$/;
const falling = /回落|下降|减少|降低/;

/** Changes of the applications received that do not follow from last year's report; silent without one. */
export function* growthFailures(input: CheckInput): Iterable<Failure> {
  const format = input.prior === null ? null : formatOf(input.prior);
  if (input.prior === null || format === null) return;
  const priorRow = rowFromFacts(format, input.prior.facts);
  for (const [passage, claims] of claimsByPassage(input.report)) {
    const figures = figuresOf(passage);
    const following = new Map(figures.map((figure, at) => [figure.start, figures[at + 1]]));
    for (const { concept, mention, start } of claims) {
      const stated = following.get(mention.start);
      if (concept.id !== 'received' || mention.approximate || stated?.unit !== '%') continue;
      const sign = growth.exec(passage.text.slice(mention.end, stated.start));
      if (sign === null) continue;
      const before = concept.readings.flatMap((reading) => readAmounts(priorRow, reading));
      const whole = before[0]?.value ?? 0;
      if (before.some(({ exact, value }) => !exact || value === 0) || whole === 0) continue;
      const change = (of: number) => inPercent(mention.value - of, of);
      const actual = falling.test(sign[0]) ? -stated.value : stated.value;
      if (before.some(({ value }) => agrees(actual, change(value), stated.decimals))) continue;
      const expected = rounded(change(whole), stated.decimals);
      const place = placeOf(passage, start, stated.end);
      yield { instance: 'growth', expected, actual, place, values: { part: mention.value, whole } };
    }
  }
}
