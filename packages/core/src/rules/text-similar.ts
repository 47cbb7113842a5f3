import type { Report } from '../report/report.ts';
import { placeOf } from '../text/passages.ts';
import { likeness } from '../text/similarity.ts';
import type { CheckInput, Failure, PredicateRule } from './rule.ts';

interface Compared {
  readonly name: string;
  readonly instance: string;
  readonly report: Report;
}

function othersOf({ prior, peers }: CheckInput): readonly Compared[] {
  const last = prior === null ? [] : [{ name: '本单位上年报告', instance: 'prior', report: prior }];
  return [...last, ...(peers ?? []).map(({ name, report }) => ({ name, instance: name, report }))];
}

const shownPassages = 3;

function* failures(input: CheckInput): Iterable<Failure> {
  const { report, settings } = input;
  for (const other of othersOf(input)) {
    const common = other.report === report ? null : likeness(report, other.report);
    if (common === null || common.share < settings.similarityThreshold) continue;
    const first = common.sentences[0];
    const places = common.sentences
      .slice(0, shownPassages)
      .map(({ passage, start, end }) => placeOf(passage, start, end));
    yield {
      instance: other.instance,
      expected: `<${Math.round(settings.similarityThreshold * 100)}%`,
      actual: `${Math.round(common.share * 100)}%`,
      place: first === undefined ? null : placeOf(first.passage, first.start, first.end),
      values: { name: other.name, passages: places.map(({ quote }) => `“${quote}”`) },
    };
  }
}

export const textSimilarRules: readonly PredicateRule[] = [
  {
    kind: 'predicate',
    id: 'TEXT-SIMILAR',
    number: 45,
    severity: 'warning',
    regradable: true,
    basis: '地方年度报告审核标准：与往年或其他单位报告雷同的退回修改',
    title: { zh: '内容雷同', en: 'The text repeats another report' },
    message: {
      zh: '与{name}的文字重复率为{actual}（限{expected}），如：{passages}。',
      en: '{actual} of the text also stands in the report of {name} (limit {expected}), such as: {passages}.',
    },
    instruction: {
      zh: '按本年度、本单位的实际情况重写重复段落。',
      en: 'Rewrite the repeated passages from what this body did this year.',
    },
    needs: [],
    needsOneOf: ['prior', 'peers'],
    readsText: true,
    cells: () => [],
    check: failures,
  },
];
