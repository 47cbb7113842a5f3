import type { Claim } from '../text/claims.ts';
import { claimsOf } from '../text/claims.ts';
import { moneyUnits } from '../text/counting-units.ts';
import { placeOf } from '../text/passages.ts';
import type { Amount } from '../text/readings.ts';
import { isOpen, readAmounts } from '../text/readings.ts';
import type { CheckInput, Failure, PredicateRule } from './rule.ts';

/** The claimed figure in the unit of the tables: 件, 项 or 万元. */
const claimed = ({ mention }: Claim): number =>
  mention.unit in moneyUnits ? mention.value * (moneyUnits[mention.unit] ?? 1) : mention.value;

/** How far an approximate figure (300余件, 约1.2万件) may be from the exact one. */
function tolerance(claim: Claim): number {
  const value = claimed(claim);
  if (!claim.mention.approximate) return claim.mention.unit in moneyUnits ? 0.005 : 0;
  const trailingZeros = /0*$/.exec(String(Math.trunc(value)))?.[0].length ?? 0;
  return Math.max(10 ** trailingZeros, value * 0.1);
}

function fits(claim: Claim, amount: Amount): boolean {
  const value = claimed(claim);
  return amount.exact ? Math.abs(value - amount.value) <= tolerance(claim) : value >= amount.value - tolerance(claim);
}

/** The amount nearest to the claim when no reading of its words fits the table; null when one does or none can be told. */
export function nearestMisfit(claim: Claim, { row }: Pick<CheckInput, 'row'>): Amount | null {
  let nearest: Amount | null = null;
  for (const reading of claim.concept.readings) {
    for (const amount of readAmounts(row, reading)) {
      if (isOpen(reading, amount) || fits(claim, amount)) return null;
      const distance = Math.abs(amount.value - claimed(claim));
      if (nearest === null || distance < Math.abs(nearest.value - claimed(claim))) nearest = amount;
    }
  }
  return nearest;
}

function* misfits(input: CheckInput): Iterable<Failure> {
  for (const claim of claimsOf(input.report)) {
    const nearest = nearestMisfit(claim, input);
    if (nearest === null) continue;
    const { concept, mention, passage, start } = claim;
    const actual = claimed(claim);
    yield {
      instance: concept.id,
      severity: concept.certain && !mention.approximate ? 'error' : 'warning',
      cells: nearest.cells,
      expected: nearest.value,
      actual,
      difference: actual - nearest.value,
      place: placeOf(passage, start, mention.end),
      values: { concept: concept.name.zh, conceptEn: concept.name.en },
    };
  }
}

export const textFigureRules: readonly PredicateRule[] = [
  {
    kind: 'predicate',
    id: 'TEXT-FIGURE',
    number: 35,
    severity: 'error',
    regradable: true,
    basis: '国办公开办函〔2021〕30号：报告文字与统计表为同一事实的两种表述',
    title: { zh: '文字与表格数据不一致', en: 'A figure in the text differs from the tables' },
    message: {
      zh: '文中“{quote}”为{actual}，表中{concept}为{expected}，相差{difference}。',
      en: 'The text “{quote}” says {actual}; the tables say {expected} for {conceptEn}, a difference of {difference}.',
    },
    instruction: {
      zh: '核对台账，改正文字或表格中的一处，使两者一致；文字另有统计口径的，写明口径。',
      en: 'Check the register and correct the text or the table so that both agree; where the text counts otherwise, say how.',
    },
    needs: [],
    readsText: true,
    cells: (format) => format.cells.map(({ key }) => key),
    check: misfits,
  },
];
