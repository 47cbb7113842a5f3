import type { Passage } from '../text/passages.ts';
import { figuresOf, narrativeOf, placeOf } from '../text/passages.ts';
import type { CheckInput, Failure, PredicateRule } from './rule.ts';
import { growthFailures } from './text-growth.ts';
import { shareFailures } from './text-shares.ts';

/** Rates that cannot be more than the whole. */
const rate = /(?:占|占比|占总数|公开率|答复率|办结率|办理率|满意率)(?:的|为|达|达到|是|约)*$/;

function* tooLarge(passage: Passage): Iterable<Failure> {
  for (const { value, unit, start, end } of figuresOf(passage)) {
    const words = passage.text.slice(Math.max(0, start - 10), start);
    if (unit !== '%' || value <= 100 || !rate.test(words)) continue;
    yield { instance: 'overHundred', expected: 100, actual: value, place: placeOf(passage, start - words.length, end) };
  }
}

function* failures(input: CheckInput): Iterable<Failure> {
  for (const passage of narrativeOf(input.report)) {
    yield* shareFailures(input, passage);
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
