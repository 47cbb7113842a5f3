import type { Text } from '../findings/message.ts';
import { fillTemplate } from '../findings/message.ts';

/** Why an agency, or the tree of agencies, cannot be changed so: stable codes, and what people read with what to do next. */
export const agencyRefusalTexts = {
  ended: {
    zh: '“{name}”只报到{year}年度，之后不再编制报告。请在接续其职责的单位下新建。',
    en: '“{name}” reports up to {year} and no longer. Open the report of the body that took over its work.',
  },
  'not-begun': {
    zh: '“{name}”自{year}年度起编制报告。此前年度请在原单位下查看。',
    en: '“{name}” reports from {year} on. Look for earlier years under the bodies before it.',
  },
  'parent-below-itself': {
    zh: '不能把单位移到它自己或者它的下级单位之下。请另选上级单位。',
    en: 'A body cannot stand under itself or under one below it. Choose another parent.',
  },
  'parent-ended': {
    zh: '上级单位“{name}”已撤销。请另选上级单位。',
    en: 'The parent “{name}” has ended. Choose another parent.',
  },
  'name-taken': {
    zh: '同一上级之下已有“{name}”。请核对是否重复，或者写全称加以区别。',
    en: 'There is a “{name}” under the same parent already. Check whether it is the same body, or use full names.',
  },
  'credit-code-taken': {
    zh: '统一社会信用代码{code}已登记在其他单位。请核对代码。',
    en: 'The unified social credit code {code} is recorded for another body. Check the code.',
  },
  'has-units-below': {
    zh: '下面还有单位：{names}。请先移到其他单位之下，或者一并撤销。',
    en: 'Bodies still stand under it: {names}. Move them or end them first.',
  },
  'has-later-reports': {
    zh: '“{name}”已有{year}年度的报告。请改用更晚的年度。',
    en: '“{name}” has a report for {year} already. Choose a later year.',
  },
  'renamed-since': {
    zh: '现用名称自{year}年度起使用，新名称只能从更晚的年度起使用；现用名称登记有误的，请先撤销那次更名。',
    en: 'The present name is in force from {year} on, so a new one must begin later. If the present one is a mistake, undo that change first.',
  },
  'not-renamed': { zh: '没有可以撤销的更名。', en: 'There is no change of name to undo.' },
  'not-ended': { zh: '该单位没有撤销，不需要恢复。', en: 'The body has not ended, so there is nothing to reopen.' },
  'ended-by-succession': {
    zh: '该单位因{year}年度的机构改革撤销。请撤销那次改革的登记。',
    en: 'The body ended with the reorganisation of {year}. Undo that reorganisation instead.',
  },
  'already-reorganised': {
    zh: '“{name}”在{year}年度已登记过一次机构改革。请先核对或者撤销那次登记。',
    en: '“{name}” takes part in a reorganisation of {year} already. Check or undo that one first.',
  },
  'successor-has-past': {
    zh: '“{name}”此前已编制报告。请把它自己也列为原单位，以便衔接上年数据。',
    en: '“{name}” has reports of its own from before. Name it among the predecessors too, so that its figures carry on.',
  },
  'no-succession': {
    zh: '没有找到这次机构改革的登记，可能已经撤销。请刷新后查看。',
    en: 'There is no such reorganisation; it may have been undone. Reload to see.',
  },
  'reports-depend': {
    zh: '“{name}”已有{year}年度的报告，不能撤销。',
    en: '“{name}” has a report for {year} already, so this can no longer be undone.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type AgencyRefusalCode = keyof typeof agencyRefusalTexts;

/** The sentences of a refusal in both languages. */
export function agencyRefusalText(code: AgencyRefusalCode, values: Readonly<Record<string, string | number>>): Text {
  const { zh, en } = agencyRefusalTexts[code];
  return { zh: fillTemplate(zh, values), en: fillTemplate(en, values) };
}
