import type { Text } from '../findings/message.ts';
import { fillTemplate } from '../findings/message.ts';

/** Why a move is refused: stable codes, and what people read with what to do next. */
export const refusalTexts = {
  'wrong-state': {
    zh: '报告现为“{stateZh}”，不能{moveZh}。请刷新后再看可以做什么。',
    en: 'The report is “{stateEn}”, so you can’t {moveEn} it now. Reload to see what can be done.',
  },
  'not-allowed': {
    zh: '您没有{moveZh}这份报告的权限。如需办理，请联系管理员。',
    en: 'You may not {moveEn} this report. Ask your administrator if you should.',
  },
  'reason-missing': { zh: '请写明理由后再{moveZh}。', en: 'Give a reason before you {moveEn} the report.' },
  'errors-remain': {
    zh: '还有{count}处错误，请改正后再{moveZh}。',
    en: 'Errors remain: {count}. Mend them before you {moveEn} the report.',
  },
  'warnings-unexplained': {
    zh: '还有{count}处警示没有情况说明，请改正或者逐条说明后再{moveZh}。',
    en: 'Warnings without an explanation: {count}. Mend or explain each before you {moveEn} the report.',
  },
  'own-work': {
    zh: '您填写或者提交过这份报告，须由另一位审核人审核。',
    en: 'You edited or submitted this report; another reviewer has to approve it.',
  },
  'approval-missing': {
    zh: '报告尚未审核通过，请先审核。',
    en: 'The report has no approval yet; have it reviewed first.',
  },
  'approval-void-content': {
    zh: '审核通过后内容有改动，原审核已失效，请重新审核。',
    en: 'The content changed after it was approved, so the approval is void. Have it reviewed again.',
  },
  'approval-void-rules': {
    zh: '审核通过后校验规则有更新，原审核已失效，请重新审核。',
    en: 'The rules changed after the approval, so it is void. Have the report reviewed again.',
  },
  'no-correction': { zh: '这份报告没有正在进行的更正。', en: 'No correction of this report is under way.' },
  'nothing-corrected': {
    zh: '内容与已公开的版本相同。请作出更正，或者放弃更正。',
    en: 'The content equals the public version. Correct something, or give up the correction.',
  },
  'year-not-ended': {
    zh: '报告年度尚未结束，{year}年12月31日之后才能发布。',
    en: 'The report year is not over; publish after 31 December {year}.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type RefusalCode = keyof typeof refusalTexts;

export interface Refusal {
  readonly code: RefusalCode;
  readonly values: Readonly<Record<string, string | number>>;
}

/** The sentences of a refusal in both languages. */
export function refusalText({ code, values }: Refusal): Text {
  const { zh, en } = refusalTexts[code];
  return { zh: fillTemplate(zh, values), en: fillTemplate(en, values) };
}
