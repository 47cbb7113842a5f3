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
    zh: '您填写或者提交过这份报告，须由另一位审核人{moveZh}。',
    en: 'You edited or submitted this report; another reviewer has to {moveEn} it.',
  },
  'own-approval': {
    zh: '下级的审核通过或者认可由您本人作出，须由本级另一位审核人认可。',
    en: 'You gave the approval or an acceptance yourself; another reviewer of your level has to accept the report.',
  },
  'lower-level-first': {
    zh: '尚未经下一级认可，请待下级认可后再认可。',
    en: 'A level below yours has not accepted the report yet; accept it after that.',
  },
  'level-done': {
    zh: '您所在的层级已经审核通过或者认可，由上一级认可。',
    en: 'Your level has approved or accepted the report; the next one up accepts it now.',
  },
  'accepted-above': {
    zh: '上级已经认可这份报告，须先由上级自上而下撤销认可，才能{moveZh}。',
    en: 'A government further up has accepted the report. It has to take that back, from the top down, before you can {moveEn} it.',
  },
  'nothing-accepted': {
    zh: '这份报告没有可以撤销的认可。',
    en: 'There is no acceptance of this report to take back.',
  },
  'accepted-higher': {
    zh: '更上一级已经认可，须先由上级撤销认可。',
    en: 'A government above yours has accepted the report; it has to take that back first.',
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
  'schedule-void': {
    zh: '安排发布之后内容有改动，原安排不再执行。请核对现在的内容，再发布或者重新安排。',
    en: 'The content changed after its publication was scheduled, so it was not published. Look at it as it is now, then publish or schedule it again.',
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
