import type { NoneClaim } from '../text/none-claims.ts';
import { noneClaims } from '../text/none-claims.ts';
import type { Passage } from '../text/passages.ts';
import { narrativeOf, placeOf } from '../text/passages.ts';
import { readAmounts } from '../text/readings.ts';
import { isNoTotal, isOfAnotherYear, isOfSomethingElse } from '../text/scope.ts';
import type { Topic } from '../text/topics.ts';
import { topicsOf } from '../text/topics.ts';
import type { CheckInput, Failure, PredicateRule } from './rule.ts';

const isList = (figures: NoneClaim['figures']): figures is readonly string[] => Array.isArray(figures);

function figuresOf(claim: NoneClaim, topic: Topic | null, sentence: string): readonly string[] {
  if (isList(claim.figures)) return claim.figures;
  const both = /复议/.test(sentence) && /诉讼|应诉/.test(sentence);
  if (both && claim.figures.review !== undefined) {
    return [...claim.figures.review, ...(claim.figures.litigation ?? [])];
  }
  return topic === null ? [] : (claim.figures[topic] ?? []);
}

const sentenceStart = (text: string, position: number): number =>
  Math.max(
    text.lastIndexOf('。', position - 1),
    text.lastIndexOf('\n', position - 1),
    text.lastIndexOf('；', position - 1),
  ) + 1;

/** Words of the clause before the claim, where a narrower subject would stand (县公安局未收到…, 上半年未收到…). */
function subjectBefore(text: string, position: number): string {
  let start = position;
  while (start > 0 && !'，。；：、！\n）'.includes(text.charAt(start - 1))) start -= 1;
  return text.slice(start, position);
}

function* claimsIn(input: CheckInput, passage: Passage): Iterable<Failure> {
  const { text } = passage;
  const topicAt = topicsOf(passage);
  for (const claim of noneClaims) {
    for (const match of text.matchAll(claim.phrase)) {
      const topic = topicAt(match.index);
      if (
        claim.unless?.test(match[0]) === true ||
        (claim.topics !== null && (topic === null || !claim.topics.includes(topic)))
      )
        continue;
      const from = sentenceStart(text, match.index);
      const sentence = text.slice(from, match.index);
      if (claim.after?.test(sentence) === false) continue;
      const subject = subjectBefore(text, match.index);
      if (isOfSomethingElse(subject, input.report) || isNoTotal(subject)) continue;
      if (isOfAnotherYear(sentence, input.report.year)) continue;
      if (claim.id === 'closed' && /结转|顺延|正在|尚在|延期/.test(text.slice(from, match.index + 40))) continue;
      const against = figuresOf(claim, topic, sentence)
        .flatMap((name) => readAmounts(input.row, { plus: [name] }).slice(0, 1))
        .filter(({ value }) => value > 0);
      if (against.length === 0) continue;
      yield {
        instance: claim.id,
        severity: claim.certain ? 'error' : 'warning',
        cells: against.flatMap(({ cells }) => cells),
        expected: 0,
        actual: against.reduce((all, { value }) => all + value, 0),
        place: placeOf(passage, match.index, match.index + match[0].length),
        values: { concept: claim.name.zh, conceptEn: claim.name.en },
      };
    }
  }
}

function* failures(input: CheckInput): Iterable<Failure> {
  for (const passage of narrativeOf(input.report)) yield* claimsIn(input, passage);
}

export const textNoneClaimRules: readonly PredicateRule[] = [
  {
    kind: 'predicate',
    id: 'TEXT-NONE-CLAIM',
    number: 37,
    severity: 'error',
    regradable: true,
    basis: '国办公开办函〔2021〕30号：报告文字与统计表为同一事实的两种表述',
    title: { zh: '文中称“没有”，表中却有数', en: 'The text says none, the tables say some' },
    message: {
      zh: '文中称“{quote}”，但表中{concept}为{actual}。',
      en: 'The text says “{quote}”, but the tables count {actual} ({conceptEn}).',
    },
    instruction: {
      zh: '核对台账后改正文字或表格；确属统计口径不同的，在文中说明。',
      en: 'Check the register, then correct the text or the table; where the text counts otherwise, say so.',
    },
    needs: [],
    readsText: true,
    cells: (format) => format.cells.filter(({ table }) => table !== 't2').map(({ key }) => key),
    check: failures,
  },
];
