import type { Claim } from '../text/claims.ts';
import { claimsByPassage } from '../text/claims.ts';
import type { Enumeration } from '../text/enumerations.ts';
import { enumerationsOf, writtenSums } from '../text/enumerations.ts';
import { narrativeOf, placeOf } from '../text/passages.ts';
import type { CheckInput, Failure, PredicateRule } from './rule.ts';

/** 3.1 + 1.2 of 4.3: sums of decimals that are shown, not stored. */
const near = (left: number, right: number): boolean => Math.abs(left - right) < 1e-6 * Math.max(1, Math.abs(right));

const formula = (parts: readonly number[]): string => parts.join('+');

function judged({ total, parts, closed, overlapping }: Enumeration): 'error' | 'warning' | null {
  if (total.approximate || parts.some(({ approximate }) => approximate)) return null;
  const sum = parts.reduce((all, { value }) => all + value, 0);
  if (near(sum, total.value)) return null;
  if (parts.some(({ value }) => value > total.value) && !overlapping) return 'error';
  if (sum > total.value) return overlapping || parts.length < 2 ? null : 'warning';
  return closed && !overlapping ? 'warning' : null;
}

function listFailure(list: Enumeration, severity: 'error' | 'warning'): Failure {
  const values = list.parts.map(({ value }) => value);
  const sum = values.reduce((all, value) => all + value, 0);
  return {
    severity,
    expected: sum,
    actual: list.total.value,
    difference: list.total.value - sum,
    place: placeOf(list.passage, list.total.start, list.parts.at(-1)?.end ?? list.total.end),
    values: { parts: formula(values) },
  };
}

/** The results that 表三 divides all closed applications into; a text that names every one gives a complete division. */
const divisions = [['grantedAndPartial'], ['granted', 'partial']] as const;
const results = ['refused', 'unavailable', 'notProcessed', 'other'] as const;
const wholes = new Set(['answered', 'finished', 'receivedAndAnswered']);

function completeDivision(claims: readonly Claim[]): readonly Claim[] | null {
  const named = (id: string) => claims.find(({ concept }) => concept.id === id);
  for (const first of divisions) {
    const found = [...first, ...results].map(named);
    const complete = found.filter((claim) => claim !== undefined);
    if (complete.length === found.length) return complete;
  }
  return null;
}

function* divisionFailures(input: CheckInput): Iterable<Failure> {
  for (const [passage, here] of claimsByPassage(input.report)) {
    const whole = here.find(({ concept }) => wholes.has(concept.id));
    const parts = completeDivision(here);
    if (whole === undefined || parts === null) continue;
    const after = parts.every(({ mention }) => mention.start > whole.mention.start && !mention.approximate);
    const sum = parts.reduce((all, { mention }) => all + mention.value, 0);
    if (!after || sum === whole.mention.value || whole.mention.approximate) continue;
    const end = Math.max(...parts.map(({ mention }) => mention.end));
    yield {
      severity: 'error',
      expected: sum,
      actual: whole.mention.value,
      difference: whole.mention.value - sum,
      place: placeOf(passage, whole.start, end),
      values: { parts: formula(parts.map(({ mention }) => mention.value)) },
    };
  }
}

function* failures(input: CheckInput): Iterable<Failure> {
  for (const passage of narrativeOf(input.report)) {
    for (const list of enumerationsOf(passage)) {
      const severity = judged(list);
      if (severity !== null) yield listFailure(list, severity);
    }
    for (const { start, end, total, sum } of writtenSums(passage.text)) {
      if (total === sum) continue;
      const values = { parts: passage.text.slice(start, end) };
      yield { expected: sum, actual: total, difference: total - sum, place: placeOf(passage, start, end), values };
    }
  }
  yield* divisionFailures(input);
}

export const textPartsRules: readonly PredicateRule[] = [
  {
    kind: 'predicate',
    id: 'TEXT-PARTS',
    number: 35,
    severity: 'error',
    regradable: true,
    basis: '数字表述的一般要求：分项之和等于总数，任何分项不大于总数',
    title: { zh: '文中分项与总数不符', en: 'Parts in the text do not add up to their total' },
    message: {
      zh: '文中总数为{actual}，所列分项{parts}合计{expected}，相差{difference}。',
      en: 'The text gives a total of {actual}, but the parts {parts} come to {expected}, a difference of {difference}.',
    },
    instruction: {
      zh: '逐项核对，改正总数或分项；分项有交叉或只列一部分的，在文中写明。',
      en: 'Check each part and correct the total or the part; where parts overlap or only some are named, say so.',
    },
    needs: [],
    readsText: true,
    cells: () => [],
    check: failures,
  },
];
