import { rowFromFacts } from '../figures/facts.ts';
import { formatOf } from '../report/report.ts';
import type { Claim } from '../text/claims.ts';
import { claimsOf } from '../text/claims.ts';
import { numberMentions } from '../text/number-mentions.ts';
import type { Passage } from '../text/passages.ts';
import { narrativeOf, placeOf } from '../text/passages.ts';
import type { Reading } from '../text/readings.ts';
import { readAmounts } from '../text/readings.ts';
import type { Share } from '../text/shares.ts';
import { sharesOf } from '../text/shares.ts';
import type { CheckInput, Failure, PredicateRule } from './rule.ts';

/** Wholes that a share of applications or of cases may be taken of. */
const wholeReadings: readonly Reading[] = [
  { plus: ['t3.processedTotal'] },
  { plus: ['t3.received'] },
  { plus: ['t3.received', 't3.carriedIn'] },
  { plus: ['t3.refused.*'] },
  { plus: ['t3.unavailable.*'] },
  { plus: ['t3.notProcessed.*'] },
  { plus: ['t3.other.*'] },
  { plus: ['t3.granted', 't3.partial'] },
  { plus: ['t4.review.total'] },
  { plus: ['t4.litigationDirect.total', 't4.litigationAfterReview.total'] },
  { plus: ['t4.review.total', 't4.litigationDirect.total', 't4.litigationAfterReview.total'] },
];

const inPercent = (part: number, whole: number): number => (100 * part) / whole;
const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/** Rounded or cut off in its last place, both of which reports do. */
const agrees = (stated: number, exact: number, decimals: number): boolean =>
  Math.abs(stated - exact) < 10 ** -decimals + 1e-9;

function shareFailure(input: CheckInput, passage: Passage, share: Share): Failure | null {
  const { part, percentage, wholes, listed } = share;
  const claim = claimsOf(input.report).find(
    (candidate) => candidate.passage === passage && candidate.mention.start === part.start,
  );
  if ((claim === undefined && !listed) || part.approximate || percentage.approximate) return null;
  const inTables = claim === undefined ? [] : wholeReadings.flatMap((reading) => readAmounts(input.row, reading));
  const candidates = [...wholes, ...inTables.map(({ value }) => value)].filter((whole) => whole > 0);
  if (candidates.length === 0 || inTables.some(({ exact }) => !exact && wholes.length === 0)) return null;
  if (candidates.some((whole) => agrees(percentage.value, inPercent(part.value, whole), percentage.decimals)))
    return null;
  const whole = wholeBefore(input, passage, part.start) ?? candidates[0] ?? 0;
  if (part.value > whole) return null;
  return {
    instance: 'share',
    expected: rounded(inPercent(part.value, whole), percentage.decimals),
    actual: percentage.value,
    place: placeOf(passage, claim?.start ?? part.start, percentage.end),
    values: { part: part.value, whole },
  };
}

const totals = new Set(['answered', 'finished', 'received', 'handled', 'receivedAndAnswered']);

/** The total that the text itself has just given: of what was answered, or else received. */
function wholeBefore(input: CheckInput, passage: Passage, position: number): number | null {
  const before = (claim: Claim) =>
    claim.passage === passage && claim.mention.start < position && totals.has(claim.concept.id);
  return claimsOf(input.report).findLast(before)?.mention.value ?? null;
}

const overHundred =
  /(?:占|占比|占总数|公开率|答复率|办结率|按时答复率|按期办结率|办理率|满意率)(?:的|为|达|达到|是|约)*$/;

function* tooLarge(passage: Passage): Iterable<Failure> {
  for (const { value, unit, start, end } of numberMentions(passage.text)) {
    const words = passage.text.slice(Math.max(0, start - 10), start);
    if (unit !== '%' || value <= 100 || !overHundred.test(words)) continue;
    yield {
      instance: 'overHundred',
      expected: 100,
      actual: value,
      place: placeOf(passage, start, end),
      values: { part: '', whole: '' },
    };
  }
}

/** “申请数量较去年回落12.3%”: the change of what was received, told right after it. */
const growth =
  /^(?:，|（)?(?:申请(?:数量|数|量|总数|总量|件数)?)?(?:较|比|同比|与)(?:20\d\d年|去年|上一?年)?(?:同期)?(?:相比)?(增长|上升|增加|提高|回落|下降|减少|降低)(?:了|约)?$/;
const falling = /回落|下降|减少|降低/;

function* growthFailures(input: CheckInput): Iterable<Failure> {
  const format = input.prior === null ? null : formatOf(input.prior);
  if (input.prior === null || format === null) return;
  const priorRow = rowFromFacts(format, input.prior.facts);
  for (const claim of claimsOf(input.report)) {
    if (claim.concept.id !== 'received' || claim.mention.approximate) continue;
    const { text } = claim.passage;
    const stated = numberMentions(text).find(({ start }) => start >= claim.mention.end);
    const sign = stated === undefined ? null : growth.exec(text.slice(claim.mention.end, stated.start));
    if (stated?.unit !== '%' || sign === null) continue;
    const before = claim.concept.readings.flatMap((reading) => readAmounts(priorRow, reading));
    if (before.length === 0 || before.some(({ exact, value }) => !exact || value === 0)) continue;
    const change = (whole: number) => inPercent(claim.mention.value - whole, whole);
    const actual = falling.test(sign[0]) ? -stated.value : stated.value;
    if (before.some(({ value }) => agrees(actual, change(value), stated.decimals))) continue;
    const whole = before[0]?.value ?? 0;
    yield {
      instance: 'growth',
      expected: rounded(change(whole), stated.decimals),
      actual,
      place: placeOf(claim.passage, claim.start, stated.end),
      values: { part: claim.mention.value, whole },
    };
  }
}

/** Shares of one list of results of 表三 that together come to more than the whole. */
function sumFailure(input: CheckInput, passage: Passage, shares: readonly Share[]): Failure | null {
  const starts = new Set(
    claimsOf(input.report)
      .filter(({ concept, passage: at }) => at === passage && divisionIds.has(concept.id))
      .map(({ mention }) => mention.start),
  );
  const own = shares.filter(({ part }) => starts.has(part.start));
  const first = own[0];
  const last = own.at(-1);
  if (first === undefined || last === undefined || own.length < 3) return null;
  const sum = own.reduce((all, { percentage }) => all + percentage.value, 0);
  const slack = own.reduce((all, { percentage }) => all + 10 ** -percentage.decimals, 0);
  if (sum <= 100 + slack) return null;
  return {
    instance: 'sum',
    expected: 100,
    actual: rounded(sum, 2),
    place: placeOf(passage, first.part.start, last.percentage.end),
    values: { part: own.map(({ percentage }) => `${percentage.value}%`).join('+'), whole: '' },
  };
}

const divisionIds = new Set([
  'granted',
  'partial',
  'grantedAndPartial',
  'refused',
  'unavailable',
  'notProcessed',
  'other',
]);

function* failures(input: CheckInput): Iterable<Failure> {
  for (const passage of narrativeOf(input.report)) {
    const shares = sharesOf(passage);
    const wrong = shares.map((share) => shareFailure(input, passage, share)).filter((failure) => failure !== null);
    yield* wrong;
    const sum = wrong.length > 0 ? null : sumFailure(input, passage, shares);
    if (sum !== null) yield sum;
    yield* tooLarge(passage);
  }
  yield* growthFailures(input);
}

export const textPercentageRules: readonly PredicateRule[] = [
  {
    kind: 'predicate',
    id: 'TEXT-PERCENTAGE',
    number: 36,
    severity: 'warning',
    regradable: true,
    basis: '数字表述的一般要求：百分比与其分子、分母一致，各部分占比之和为100%',
    title: { zh: '百分比与数字不符', en: 'A percentage does not match its figures' },
    message: {
      zh: '文中“{quote}”的百分比为{actual}%，按所列数字应为{expected}%。',
      en: 'In “{quote}” the percentage is {actual}%; by the figures given it should be {expected}%.',
    },
    instruction: {
      zh: '按文中或表中的总数重新计算百分比；以其他总数为分母的，写明是占什么的比例。',
      en: 'Recalculate from the total in the text or the tables; where another whole is meant, name it.',
    },
    needs: [],
    readsText: true,
    cells: (format) => format.cells.filter(({ table }) => table !== 't2').map(({ key }) => key),
    check: failures,
  },
];
