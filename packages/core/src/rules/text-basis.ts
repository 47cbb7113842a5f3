import type { Notice } from '../text/notices.ts';
import { notices } from '../text/notices.ts';
import type { Passage } from '../text/passages.ts';
import { narrativeOf, placeOf } from '../text/passages.ts';
import type { CheckInput, Failure, PredicateRule } from './rule.ts';

const covers = (notice: Notice, year: number): boolean =>
  notice.years === null || (year >= notice.years.from && (notice.years.to === null || year <= notice.years.to));

/** The notice that takes the place of another for a year: of the same kind of title, in force that year. */
function successor(notice: Notice, year: number): Notice | undefined {
  const sameKind = (other: Notice) =>
    notice.titlePattern.source === other.titlePattern.source ||
    (notice.number.startsWith('国办公开办函') && other.number.startsWith('国办公开办函'));
  return notices.find((other) => other !== notice && other.years !== null && sameKind(other) && covers(other, year));
}

/** A title with the number that follows it in brackets: 《…》（国务院令第711号）. */
const titleAndNumber =
  /《([^》《]{2,60}(?:《[^》《]{2,40}》[^》《]{0,10})?)》（(?:中华人民共和国)?([^（）]{4,40}号?)）/g;

function numberOf(text: string): Notice | undefined {
  return notices.find(({ numberPattern }) => text.search(numberPattern) >= 0);
}

function* mismatches(passage: Passage): Iterable<Failure> {
  for (const match of passage.text.matchAll(titleAndNumber)) {
    const [whole, title = '', number = ''] = match;
    const byNumber = numberOf(number);
    const byTitle = notices.find(({ titlePattern }) => titlePattern.test(title));
    const place = placeOf(passage, match.index, match.index + whole.length);
    const nationalNumber = /国办|国(?:务院)?令/.test(number);
    if (byNumber !== undefined && !byNumber.titlePattern.test(title)) {
      yield { instance: 'title', expected: `《${byNumber.title}》`, actual: `《${title}》`, place };
    } else if (byTitle !== undefined && byNumber === undefined && nationalNumber && title.includes('条例')) {
      yield { instance: 'number', expected: '国务院令第711号', actual: number, place };
    }
  }
}

function* outOfDate(passage: Passage, year: number): Iterable<Failure> {
  for (const notice of notices) {
    if (covers(notice, year)) continue;
    for (const match of passage.text.matchAll(notice.numberPattern)) {
      const expected = successor(notice, year);
      const place = placeOf(passage, match.index, match.index + match[0].length);
      yield { instance: 'year', expected: expected?.number ?? '本年度适用的文件', actual: notice.number, place };
    }
  }
}

function* failures(input: CheckInput): Iterable<Failure> {
  const { year } = input.report;
  for (const passage of narrativeOf(input.report)) {
    yield* mismatches(passage);
    if (year !== null && passage.sectionId !== 'problems') yield* outOfDate(passage, year);
  }
}

export const textBasisRules: readonly PredicateRule[] = [
  {
    kind: 'predicate',
    id: 'TEXT-BASIS',
    number: 39,
    severity: 'warning',
    regradable: true,
    basis: '国办公开办函〔2019〕60号（2019、2020年度）；国办公开办函〔2021〕30号（2021年度起）；国务院令第711号',
    title: { zh: '引用的依据有误', en: 'The basis cited does not fit' },
    message: {
      zh: '引用“{quote}”，与本年度或其名称、文号不符，应为{expected}。',
      en: 'The report cites “{quote}”, which does not fit its year, title or number; expected {expected}.',
    },
    instruction: {
      zh: '核对文件名称、文号和适用年度后改正；地方文件以原件为准。',
      en: 'Check title, number and years of the notice against the original and correct the citation.',
    },
    needs: [],
    readsText: true,
    cells: () => [],
    check: failures,
  },
];
