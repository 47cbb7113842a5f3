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

function hasFigures({ report, refused }: CheckInput, id: string): boolean {
  const prefix = tables[id];
  if (prefix === undefined) return false;
  const filled = Object.entries(report.facts).some(([key, fact]) => key.startsWith(prefix) && fact !== null);
  return filled || refused.some((key) => key.startsWith(prefix));
}

/** A section is empty where it has neither text nor one figure of its table. */
const isEmpty = (input: CheckInput, { id }: Section): boolean => !hasText(input.report, id) && !hasFigures(input, id);

const named = (sections: readonly Section[], separator: string): string =>
  sections.map(({ title }) => `“${title}”`).join(separator);

function outOfOrder(report: Report, format: Format): boolean {
  const expected = format.sections.map(({ id }) => id);
  const positions = report.sections.flatMap(({ id }) => (id === null ? [] : [expected.indexOf(id)]));
  return positions.some((position, at) => at > 0 && position < (positions[at - 1] ?? 0));
}

function* missingSections(input: CheckInput): Iterable<Failure> {
  const { report } = input;
  const format = formatOf(report);
  if (format === null) return;
  const present = new Set(report.sections.map(({ id }) => id));
  const missing = format.sections.filter(({ id }) => !present.has(id) && !hasFigures(input, id));
  const empty = format.sections.filter((section) => present.has(section.id) && isEmpty(input, section));
  const complaints = [
    ...(missing.length > 0 ? [{ zh: `缺少${named(missing, '、')}`, en: `missing: ${named(missing, ', ')}` }] : []),
    ...(empty.length > 0 ? [{ zh: `${named(empty, '、')}没有内容`, en: `empty: ${named(empty, ', ')}` }] : []),
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
  if (report.format === null) return;
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
];
