import type { Claim } from '../text/claims.ts';
import { claimsByPassage } from '../text/claims.ts';
import type { Passage } from '../text/passages.ts';
import { placeOf } from '../text/passages.ts';
import { agrees, inPercent, rounded } from '../text/percent.ts';
import type { Amount, Reading } from '../text/readings.ts';
import { readAmounts } from '../text/readings.ts';
import type { Share } from '../text/shares.ts';
import { sharesOf } from '../text/shares.ts';
import type { CheckInput, Failure } from './rule.ts';

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

const totals = new Set(['answered', 'finished', 'received', 'handled', 'receivedAndAnswered']);
const divisions = new Set([
  'granted',
  'partial',
  'grantedAndPartial',
  'refused',
  'unavailable',
  'notProcessed',
  'other',
]);

interface Context {
  readonly passage: Passage;
  /** What the text claims of the tables, by the place of the figure. */
  readonly claims: ReadonlyMap<number, Claim>;
  readonly inTables: readonly Amount[];
}

/** The total that the text itself has just given: of what was answered, or else received. */
function wholeBefore({ claims }: Context, position: number): number | null {
  let whole: number | null = null;
  for (const { mention, concept } of claims.values()) {
    if (mention.start < position && totals.has(concept.id)) whole = mention.value;
  }
  return whole;
}

/**
 * A share that no whole explains: neither a figure that the text gave before nor one of the tables. A share of something
 * that is no figure of the tables is judged only inside a list that names its total.
 */
function shareFailure(context: Context, { part, percentage, wholes, listed }: Share): Failure | null {
  const claim = context.claims.get(part.start);
  if ((claim === undefined && !listed) || part.approximate || percentage.approximate) return null;
  const inTables = claim === undefined ? [] : context.inTables;
  const candidates = [...wholes, ...inTables.map(({ value }) => value)].filter((whole) => whole > 0);
  if (candidates.length === 0 || (wholes.length === 0 && inTables.some(({ exact }) => !exact))) return null;
  const explains = (whole: number) => agrees(percentage.value, inPercent(part.value, whole), percentage.decimals);
  if (candidates.some(explains)) return null;
  const whole = wholeBefore(context, part.start) ?? candidates[0] ?? 0;
  if (part.value > whole) return null;
  return {
    instance: 'share',
    expected: rounded(inPercent(part.value, whole), percentage.decimals),
    actual: percentage.value,
    place: placeOf(context.passage, claim?.start ?? part.start, percentage.end),
    values: { part: part.value, whole },
  };
}

/** Shares of one division of applications that together come to more than the whole. */
function sumFailure({ passage, claims }: Context, shares: readonly Share[]): Failure | null {
  const own = shares.filter(({ part }) => divisions.has(claims.get(part.start)?.concept.id ?? ''));
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
    values: { part: own.map(({ percentage }) => `${percentage.value}%`).join('+'), whole: 100 },
  };
}

/** The shares of a passage that do not follow from their figures; the sum is judged where each share stands. */
export function* shareFailures(input: CheckInput, passage: Passage): Iterable<Failure> {
  const shares = sharesOf(passage);
  if (shares.length === 0) return;
  const own = claimsByPassage(input.report).get(passage) ?? [];
  const claims = new Map(own.map((claim) => [claim.mention.start, claim]));
  const inTables = claims.size === 0 ? [] : wholeReadings.flatMap((reading) => readAmounts(input.row, reading));
  const context: Context = { passage, claims, inTables };
  const wrong = shares.map((share) => shareFailure(context, share)).filter((failure) => failure !== null);
  yield* wrong;
  const sum = wrong.length > 0 ? null : sumFailure(context, shares);
  if (sum !== null) yield sum;
}
