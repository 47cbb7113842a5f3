import type { SectionId } from '../formats/format.ts';
import { blockText } from '../report/blocks.ts';
import type { Report } from '../report/report.ts';
import type { Passage } from '../text/passages.ts';
import { narrativeOf, placeOf } from '../text/passages.ts';
import type { CheckInput, Failure, PredicateRule } from './rule.ts';

const passagesIn = (report: Report, id: SectionId): readonly Passage[] =>
  narrativeOf(report).filter(({ sectionId, text }) => sectionId === id && text !== '');

const lengthOf = (passages: readonly Passage[]): number => passages.reduce((all, { text }) => all + text.length, 0);

function wholePlace(passages: readonly Passage[]) {
  const first = passages[0];
  return first === undefined ? null : placeOf(first, 0, first.text.length);
}

function* longOverview({ report, settings }: CheckInput): Iterable<Failure> {
  const passages = passagesIn(report, 'overview');
  const length = lengthOf(passages);
  if (settings.overviewMaximum === null || length <= settings.overviewMaximum) return;
  yield { expected: settings.overviewMaximum, actual: length, place: wholePlace(passages) };
}

const nothing = /^(?:暂)?(?:无|没有|不存在)(?:存在)?(?:的)?(?:主要)?(?:问题)?[。.]?$/;

function* shortProblems({ report, settings }: CheckInput): Iterable<Failure> {
  const passages = passagesIn(report, 'problems');
  const section = report.sections.find(({ id }) => id === 'problems');
  if (section === undefined || section.blocks.every((block) => blockText(block).trim() === '')) return;
  if (section.blocks.some(({ kind }) => kind === 'table' || kind === 'image')) return;
  const length = lengthOf(passages);
  const saysNone = nothing.test(passages.map(({ text }) => text).join(''));
  if (length >= settings.problemsMinimum && !saysNone) return;
  yield { expected: settings.problemsMinimum, actual: length, place: wholePlace(passages) };
}

export const textLengthRules: readonly PredicateRule[] = [
  {
    kind: 'predicate',
    id: 'OVERVIEW-LENGTH',
    number: 43,
    severity: 'warning',
    regradable: true,
    basis: '地方年度报告编制通知的篇幅要求（由地区设置）',
    title: { zh: '总体情况过长', en: 'The overview is too long' },
    message: {
      zh: '总体情况共{actual}字，本地要求不超过{expected}字。',
      en: 'The overview has {actual} characters; the local limit is {expected}.',
    },
    instruction: {
      zh: '压缩篇幅，保留本年度的做法和数据。',
      en: 'Shorten it; keep what was done this year and the figures.',
    },
    needs: [],
    readsText: true,
    cells: () => [],
    check: longOverview,
  },
  {
    kind: 'predicate',
    id: 'PROBLEMS-LENGTH',
    number: 43,
    severity: 'warning',
    regradable: true,
    basis: '政府信息公开条例第五十条第一款第四项：工作存在的主要问题及改进情况',
    title: { zh: '问题及改进情况过于简单', en: 'Problems and improvements are hardly described' },
    message: {
      zh: '存在的主要问题及改进情况只有{actual}字，应不少于{expected}字。',
      en: 'The section on problems and improvements has {actual} characters; at least {expected} are expected.',
    },
    instruction: {
      zh: '写明本年度存在的具体问题和改进措施，不能只写“无”。',
      en: 'Say which problems there were this year and what is done about them; “none” is not enough.',
    },
    needs: [],
    readsText: true,
    cells: () => [],
    check: shortProblems,
  },
];
