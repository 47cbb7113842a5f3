import type { Format, Section } from '../formats/format.ts';
import { blockText } from '../report/blocks.ts';
import type { Report } from '../report/report.ts';
import { formatOf } from '../report/report.ts';
import { parseChineseNumeral } from '../text/numerals.ts';
import type { Passage } from '../text/passages.ts';
import { narrativeOf, placeOf } from '../text/passages.ts';
import type { CheckInput, Failure, PredicateRule } from './rule.ts';

const tables: Readonly<Record<string, string>> = { proactiveDisclosure: 't2.', applications: 't3.', disputes: 't4.' };

const hasText = (report: Report, id: string): boolean =>
  report.sections.some(
    (section) => section.id === id && section.blocks.some((block) => blockText(block).trim() !== ''),
  );

function hasFigures(report: Report, id: string): boolean {
  const prefix = tables[id];
  return (
    prefix !== undefined && Object.entries(report.facts).some(([key, fact]) => key.startsWith(prefix) && fact !== null)
  );
}

/** A section is empty where it has neither text nor one figure of its table. */
const isEmpty = (report: Report, { id }: Section): boolean => !hasText(report, id) && !hasFigures(report, id);

const named = (sections: readonly Section[]): string => sections.map(({ title }) => `“${title}”`).join('、');

function outOfOrder(report: Report, format: Format): boolean {
  const expected = format.sections.map(({ id }) => id);
  const positions = report.sections.flatMap(({ id }) => (id === null ? [] : [expected.indexOf(id)]));
  return positions.some((position, at) => at > 0 && position < (positions[at - 1] ?? 0));
}

function* missingSections({ report }: CheckInput): Iterable<Failure> {
  const format = formatOf(report);
  if (format === null) return;
  const present = new Set(report.sections.map(({ id }) => id));
  const missing = format.sections.filter(({ id }) => !present.has(id) && !hasFigures(report, id));
  const empty = format.sections.filter((section) => present.has(section.id) && isEmpty(report, section));
  const complaints = [
    ...(missing.length > 0 ? [{ zh: `缺少${named(missing)}`, en: `missing: ${named(missing)}` }] : []),
    ...(empty.length > 0 ? [{ zh: `${named(empty)}没有内容`, en: `empty: ${named(empty)}` }] : []),
    ...(outOfOrder(report, format) ? [{ zh: '各部分顺序与规定不一致', en: 'sections out of order' }] : []),
  ];
  if (complaints.length === 0) return;
  yield {
    expected: format.sections.length,
    actual: format.sections.length - missing.length - empty.length,
    difference: null,
    values: {
      complaint: complaints.map(({ zh }) => zh).join('；'),
      complaintEn: complaints.map(({ en }) => en).join('; '),
    },
  };
}

/** “由总体情况、…等六个部分组成”: the number announced, in brackets of what is listed before it. */
const announced =
  /(?:由|包括|包含|分为|共分|共有|内容为|包括了|涵盖)([^。]{0,260}?)(?:等|共|共计|这)?(?:的)?([一二三四五六七八九十]|\d{1,2})个?(?:大)?部分/;

/** Words by which a list of parts names each; two words of one part count once. */
const parts: readonly RegExp[] = [
  /总体(?:工作)?情况|概述|基本情况/,
  /主动公开/,
  /(?:收到和处理|依申请|公开申请)/,
  /复议|诉讼/,
  /存在(?:的)?(?:主要)?(?:问题|不足)|主要问题/,
  /其[他它]需要|需要(?:说明|报告)|其[他它][^、，]{0,8}事项/,
  /附[表件]/,
  /工作思路|工作打算|下一步(?:工作)?(?:打算|计划|安排)$/,
];

const listedParts = (list: string): number => parts.filter((part) => part.test(list)).length;

/** Items of a list as its commas count them; one of the official titles has a comma of its own. */
const itemsOf = (list: string): number => list.split(/[、，；]|以及/).filter((item) => item !== '').length;

/** True where the list is meant to be the whole, and not cut short by 等. */
const isWholeList = (list: string, whole: string): boolean =>
  listedParts(list) >= 5 || (listedParts(list) > 2 && !/等[^、，]{0,6}部分$/.test(whole));

function* wrongPreface({ report }: CheckInput): Iterable<Failure> {
  const opening = (passage: Passage) => passage.section === 'preface' || passage.section === 0;
  for (const passage of narrativeOf(report).filter(opening)) {
    const match = announced.exec(passage.text);
    if (match === null || !/报告|年报|全文/.test(passage.text.slice(0, match.index + 20))) continue;
    const [whole, list = '', written = ''] = match;
    const count = /^\d/.test(written) ? Number(written) : (parseChineseNumeral(written) ?? 0);
    const fromList = isWholeList(list, whole);
    const expected = fromList ? listedParts(list) : report.sections.length;
    const items = itemsOf(list);
    if (count < 3 || count === expected || (fromList && (count === items || count === items - 1))) continue;
    if (!fromList && (expected < 6 || passage.section !== 'preface')) continue;
    yield {
      expected,
      actual: count,
      place: placeOf(passage, match.index, match.index + whole.length),
      values: fromList ? { what: '列出', whatEn: 'listed' } : { what: '实有', whatEn: 'present' },
    };
    return;
  }
}

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

export const textSectionRules: readonly PredicateRule[] = [
  {
    kind: 'predicate',
    id: 'SECTIONS-MISSING',
    number: 41,
    severity: 'error',
    regradable: false,
    basis: '政府信息公开条例第五十条；国办公开办函〔2021〕30号规定的六个部分',
    title: { zh: '报告部分不全', en: 'Sections of the report are missing' },
    message: {
      zh: '报告应有六个部分：{complaint}。',
      en: 'The report must have six sections; {complaintEn}.',
    },
    instruction: {
      zh: '按规定顺序补齐六个部分；确无内容的部分写明“无”。',
      en: 'Complete the six sections in the prescribed order; where there is nothing to report, say so.',
    },
    needs: [],
    readsText: true,
    cells: (format) => format.cells.map(({ key }) => key),
    check: missingSections,
  },
  {
    kind: 'predicate',
    id: 'PREFACE-PARTS',
    number: 41,
    severity: 'warning',
    regradable: true,
    basis: '国办公开办函〔2021〕30号规定的六个部分',
    title: { zh: '前言所说的部分数不符', en: 'The preface counts other parts than there are' },
    message: {
      zh: '前言称{actual}个部分，{what}{expected}个。',
      en: 'The preface announces {actual} parts; {expected} are {whatEn}.',
    },
    instruction: {
      zh: '按报告实有部分改正前言的数目和名称。',
      en: 'Correct number and names in the preface to those of the report.',
    },
    needs: [],
    readsText: true,
    cells: () => [],
    check: wrongPreface,
  },
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
