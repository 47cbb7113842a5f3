import type { Text } from '@nianbao/core';
import type { FetchFailure } from './against/published-report.ts';
import type { Standing } from './against/standing.ts';
import type { Verification } from './tasks/verification.ts';

/** What a file turned out to be. */
export const verdictWords: Readonly<Record<Verification['kind'], Text>> = {
  unaltered: { zh: '未改动', en: 'unaltered' },
  altered: { zh: '有改动，与文件内附的报告数据不一致', en: 'altered: it differs from the report that it carries' },
  broken: {
    zh: '文件内附的报告数据被改动过，请重新取得原文件',
    en: 'the report that it carries was itself changed; get the document anew',
  },
  none: { zh: '文件里没有可核验的报告数据', en: 'it carries no report that could be verified' },
};

/** How a file stands to what is published. */
export const standingWords: Readonly<Record<Standing['kind'], Text>> = {
  current: { zh: '与公开的现行版本一致{version}', en: 'same as the version in force{version}' },
  older: { zh: '是第 {own} 版，现行为第 {current} 版', en: 'version {own}; version {current} is in force' },
  notPublished: { zh: '不是公开发布的任何一版', en: 'not a version that was published' },
};

export const verifyWords = {
  version: { zh: '，第 {version} 版', en: ', version {version}' },
  cell: { zh: '{cell}：内附 {carried}，文件中为 {shown}', en: '{cell}: carried {carried}, the file shows {shown}' },
} as const satisfies Readonly<Record<string, Text>>;

/** Why the published report could not be had. */
export const fetchWords: Readonly<Record<FetchFailure, Text>> = {
  unreachable: {
    zh: '打不开（{detail}）。请检查网址和网络。',
    en: 'cannot be reached ({detail}); check address and network.',
  },
  tooSlow: { zh: '20 秒内没有答复。请稍后再试。', en: 'gave no answer within 20 seconds; try again later.' },
  tooLarge: {
    zh: '内容超过 20 MB，不是一份报告。请检查网址。',
    en: 'is larger than 20 MB and no report; check the address.',
  },
  redirects: {
    zh: '转向超过 3 次。请直接写报告的网址。',
    en: 'redirects more than 3 times; give the address of the report.',
  },
  notJson: {
    zh: '答复的不是 JSON（{detail}）。请写公开报告页的网址。',
    en: 'does not answer with JSON ({detail}); give the address of the public page.',
  },
  noReport: { zh: '那里没有报告。请写公开报告页的网址。', en: 'has no report; give the address of the public page.' },
};
