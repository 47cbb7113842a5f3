import type { Passage } from '../text/passages.ts';
import { narrativeOf, passagesOf, placeOf } from '../text/passages.ts';
import type { Period } from '../text/periods.ts';
import { ordinal, periodsOf } from '../text/periods.ts';
import type { CheckInput, Failure, PredicateRule } from './rule.ts';

const ownReport =
  /(20\d{2})年?(?:度)?[^，。；《》、\d]{0,24}?(?:政府|政务)?信息公开(?:工作)?(?:的)?(?:年度)?(?:工作)?(?:报告|年报)/g;
/** Reports of other years, spoken of on purpose. */
const aboutAnother = /上一?年|去年|往年|存在|整改|问题|查阅|参见|较|相比/;

/** Words of the sentence that presents this report; elsewhere in the text last year's may be spoken of. */
const presentsItself = /现将|现公布|特向|特公布|本报告|本年度报告|报告如下|汇报如下|编制/;

function sentenceAround(text: string, position: number): string {
  const end = text.indexOf('。', position);
  return text.slice(text.lastIndexOf('。', position) + 1, end < 0 ? text.length : end);
}

function* wrongYears(input: CheckInput): Iterable<Failure> {
  const { year } = input.report;
  if (year === null) return;
  for (const passage of passagesOf(input.report)) {
    if (passage.section !== 'title' && passage.section !== 'preface' && passage.sectionId !== 'overview') continue;
    for (const match of passage.text.matchAll(ownReport)) {
      const named = Number(match[1]);
      if (named === year) continue;
      const upToHere = passage.text.slice(0, match.index);
      const end = match.index + match[0].length;
      const around = `${upToHere.slice(-16)}${match[0]}${passage.text.slice(end, end + 8)}`;
      const inTitleMarks = upToHere.lastIndexOf('《') > upToHere.lastIndexOf('》');
      if (inTitleMarks || aboutAnother.test(around)) continue;
      if (passage.sectionId === 'overview' && !presentsItself.test(sentenceAround(passage.text, match.index))) continue;
      const place = placeOf(passage, match.index, match.index + match[0].length);
      yield { expected: year, actual: named, difference: null, place };
    }
  }
}

const ofStatistics = /统计|数据|期限|时限|报告/;

/** Periods that the report names as its own: in the preface, or beside words of statistics. */
function isOwnPeriod(passage: Passage, { start }: Period): boolean {
  if (passage.section === 'preface') return true;
  return (
    (passage.sectionId === 'overview' || passage.sectionId === null) &&
    ofStatistics.test(passage.text.slice(Math.max(0, start - 30), start))
  );
}

const shown = (year: number): string => `${year}年1月1日至${year}年12月31日`;

function periodFailure(period: Period, year: number | null): Pick<Failure, 'instance' | 'values'> | null {
  const { from, to } = period;
  if (from === null || to === null) {
    return { instance: 'damaged', values: { reason: '日期书写残缺', reasonEn: 'a date is damaged' } };
  }
  if (ordinal(to) < ordinal(from)) {
    return {
      instance: 'order',
      values: { reason: '结束日期早于开始日期', reasonEn: 'the period ends before it begins' },
    };
  }
  const whole = from.month === 1 && from.day === 1 && to.month === 12 && to.day === 31 && from.year === to.year;
  if (whole && (year === null || from.year === year)) return null;
  return { instance: 'year', values: { reason: '与报告年度不一致', reasonEn: 'it is not the report year' } };
}

function* wrongPeriods(input: CheckInput): Iterable<Failure> {
  for (const passage of narrativeOf(input.report)) {
    if (!/\d(?:月|日)/.test(passage.text)) continue;
    for (const period of periodsOf(passage.text)) {
      if (!isOwnPeriod(passage, period)) continue;
      const failure = periodFailure(period, input.report.year);
      if (failure === null) continue;
      const place = placeOf(passage, period.start, period.end);
      const year = input.report.year ?? period.from?.year ?? period.to?.year ?? null;
      yield { ...failure, expected: year === null ? null : shown(year), actual: place.quote, place };
    }
  }
}

const basis = '政府信息公开条例第四十九条：年度报告按年度编制；统计期限为当年1月1日至12月31日';

export const textYearRules: readonly PredicateRule[] = [
  {
    kind: 'predicate',
    id: 'TEXT-YEAR',
    number: 38,
    severity: 'error',
    regradable: true,
    basis,
    title: { zh: '文中年度与报告年度不一致', en: 'The text names another report year' },
    message: {
      zh: '“{quote}”写的是{actual}年度，本报告为{expected}年度。',
      en: '“{quote}” names the year {actual}; this report is for {expected}.',
    },
    instruction: {
      zh: '改正年份；沿用往年报告时逐处检查标题、前言和正文。',
      en: 'Correct the year; where last year’s report was reused, go through title, preface and text.',
    },
    needs: [],
    readsText: true,
    cells: () => [],
    check: wrongYears,
  },
  {
    kind: 'predicate',
    id: 'TEXT-PERIOD',
    number: 38,
    severity: 'error',
    regradable: true,
    basis,
    title: { zh: '统计期限有误', en: 'The reporting period is wrong' },
    message: {
      zh: '统计期限“{quote}”{reason}，应为{expected}。',
      en: 'The reporting period “{quote}”: {reasonEn}; it should be {expected}.',
    },
    instruction: {
      zh: '将统计期限改为报告年度的1月1日至12月31日。',
      en: 'Give the period as 1 January to 31 December of the report year.',
    },
    needs: [],
    readsText: true,
    cells: () => [],
    check: wrongPeriods,
  },
];
