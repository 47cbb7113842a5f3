import type { Text } from '@nianbao/core';
import { fillTemplate } from '@nianbao/core';

/** Everything that people are told in the application: what it is called and the sentence, filled in from its data. */
export const notificationKinds = {
  'reminder.submit': {
    zh: '{agency}{year}年度报告应于{by}前提交，还有{daysLeft}天。',
    en: 'The {year} report of {agency} is to be submitted by {by}: {daysLeft} days left.',
  },
  'reminder.submitToday': {
    zh: '{agency}{year}年度报告今天（{by}）应当提交。',
    en: 'The {year} report of {agency} is to be submitted today, {by}.',
  },
  'reminder.submitLate': {
    zh: '{agency}{year}年度报告应于{by}前提交，已逾期{daysLate}天。',
    en: 'The {year} report of {agency} was to be submitted by {by}: {daysLate} days late.',
  },
  'reminder.publish': {
    zh: '{agency}{year}年度报告应于{by}前公布，还有{daysLeft}天。',
    en: 'The {year} report of {agency} is to be published by {by}: {daysLeft} days left.',
  },
  'reminder.publishToday': {
    zh: '{agency}{year}年度报告今天（{by}）应当公布。',
    en: 'The {year} report of {agency} is to be published today, {by}.',
  },
  'reminder.publishLate': {
    zh: '{agency}{year}年度报告应于{by}前公布，已逾期{daysLate}天。',
    en: 'The {year} report of {agency} was to be published by {by}: {daysLate} days late.',
  },
  'reminder.missing': {
    zh: '{year}年度填报：还有{count}个单位没有按进度完成：{names}。',
    en: 'Reports for {year}: {count} agencies are behind: {names}.',
  },
  'report.returned': {
    zh: '{agency}{year}年度报告已被{by}退回：{reason}',
    en: '{by} returned the {year} report of {agency}: {reason}',
  },
  'schedule.published': {
    zh: '{agency}{year}年度报告已按安排发布。',
    en: 'The {year} report of {agency} was published as scheduled.',
  },
  'schedule.refused': {
    zh: '{agency}{year}年度报告没有按安排发布：{reasons}',
    en: 'The {year} report of {agency} was not published as scheduled: {reasonsEn}',
  },
  'export.ready': {
    zh: '{agency}{year}年度报告的打包文件已生成，可在30天内下载。',
    en: 'The documents of the {year} reports of {agency} are ready, to be downloaded within 30 days.',
  },
  'export.readyWithout': {
    zh: '{agency}{year}年度报告的打包文件已生成，可在30天内下载；其中{lacking}份没能生成，原因见打包文件的清单。',
    en: 'The documents of the {year} reports of {agency} are ready, to be downloaded within 30 days; {lacking} of them could not be written, and the list in the file says why.',
  },
  'export.failed': {
    zh: '{agency}{year}年度报告没能打包。请减少格式后重试；仍然不行，请联系管理员。',
    en: 'The documents of the {year} reports of {agency} could not be put into one file. Try again with fewer formats; if that fails too, ask your administrator.',
  },
  'comment.replied': {
    zh: '{by}回复了{agency}{year}年度报告中您参与的批注。',
    en: '{by} replied to a comment of yours on the {year} report of {agency}.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type NotificationKind = keyof typeof notificationKinds;

/** The sentence of a notification in both languages. */
export function notificationText(kind: NotificationKind, values: Readonly<Record<string, string | number>>): Text {
  const { zh, en } = notificationKinds[kind];
  return { zh: fillTemplate(zh, values), en: fillTemplate(en, values) };
}
