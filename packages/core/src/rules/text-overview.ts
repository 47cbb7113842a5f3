import type { Report } from '../report/report.ts';
import type { Passage } from '../text/passages.ts';
import { narrativeOf } from '../text/passages.ts';
import type { CheckInput, Failure, PredicateRule } from './rule.ts';

const aspects: readonly { readonly zh: string; readonly en: string; readonly words: RegExp }[] = [
  {
    zh: '主动公开',
    en: 'proactive disclosure',
    words: /主动(?:向社会)?(?:公开|公布|发布)|信息主动|公开[^，。；]{0,12}(?:信息|文件)|发布[^，。；]{0,12}信息/,
  },
  { zh: '依申请公开', en: 'disclosure on application', words: /申请/ },
  {
    zh: '政府信息管理',
    en: 'management of information',
    words:
      /信息(?:资源)?(?:规范化)?(?:化)?(?:的)?管理|管理(?:制度|机制|办法)|(?:审查|审核|保密)|动态调整|清理|规范性文件/,
  },
  { zh: '政府信息公开平台建设', en: 'disclosure platforms', words: /平台|网站|公众号|新媒体|专栏|栏目|专区|公开栏/ },
  {
    zh: '监督保障',
    en: 'supervision and support',
    words: /监督|保障|考核|培训|督[查促导]|检查|领导小组|评议|责任追究/,
  },
];

const overviewOf = (report: Report): readonly Passage[] =>
  narrativeOf(report).filter(({ sectionId }) => sectionId === 'overview');

/** A file that holds fewer sections is a piece of a report; what it leaves out is not known. */
const fewestSections = 4;

function* missingAspects({ report }: CheckInput): Iterable<Failure> {
  if (report.format !== '2021' || new Set(report.sections.map(({ id }) => id)).size < fewestSections) return;
  const text = overviewOf(report)
    .map((passage) => passage.text)
    .join('\n');
  if (text === '') return;
  const missing = aspects.filter(({ words }) => !words.test(text));
  if (missing.length === 0) return;
  yield {
    expected: aspects.length,
    actual: aspects.length - missing.length,
    difference: null,
    values: { missing: missing.map(({ zh }) => zh).join('、'), missingEn: missing.map(({ en }) => en).join(', ') },
  };
}

const assessment = /考核|考评|测评|评议|评估|责任追究|追责|问责|督查|通报|绩效/;

function* missingAssessment({ report, agency, format }: CheckInput): Iterable<Failure> {
  if (agency?.kind !== 'government' || agency.level === 'township' || report.format === null) return;
  const passages = narrativeOf(report);
  const whole = format.sections.every(
    ({ id, kind }) => kind === 'table' || passages.some(({ sectionId }) => sectionId === id),
  );
  if (!whole || passages.some(({ text }) => assessment.test(text))) return;
  yield {};
}

const overviewBasis = '国办公开办函〔2021〕30号：总体情况包括主动公开、依申请公开、政府信息管理、平台建设、监督保障';

export const textOverviewRules: readonly PredicateRule[] = [
  {
    kind: 'predicate',
    id: 'OVERVIEW-ASPECTS',
    number: 42,
    severity: 'warning',
    regradable: true,
    basis: overviewBasis,
    title: { zh: '总体情况内容不全', en: 'Aspects are missing from the overview' },
    message: {
      zh: '总体情况没有写到：{missing}。',
      en: 'The overview says nothing on: {missingEn}.',
    },
    instruction: {
      zh: '按五个方面补写本年度的做法和数据。',
      en: 'Add what was done this year under each of the five aspects.',
    },
    needs: [],
    readsText: true,
    cells: () => [],
    check: missingAspects,
  },
  {
    kind: 'predicate',
    id: 'GOVERNMENT-ASSESSMENT',
    number: 42,
    severity: 'error',
    regradable: false,
    basis: '政府信息公开条例第五十条第二款：工作考核、社会评议和责任追究结果情况',
    title: { zh: '缺少考核、评议和责任追究情况', en: 'Assessment, public appraisal and accountability are missing' },
    message: {
      zh: '县级以上政府的年度报告应写明工作考核、社会评议和责任追究结果情况，文中没有写到。',
      en: 'A government’s report must give the results of assessment, public appraisal and accountability; the text has none.',
    },
    instruction: {
      zh: '在总体情况的监督保障部分补写考核、评议和责任追究的结果。',
      en: 'Add these results to the overview, under supervision.',
    },
    needs: ['agency'],
    readsText: true,
    cells: () => [],
    check: missingAssessment,
  },
];
