import type { Passage } from './passages.ts';

/** What a stretch of text is about, told by the last word that says so. */
export type Topic = 'applications' | 'review' | 'litigation' | 'proactive' | 'elsewhere';

interface TopicMark {
  readonly end: number;
  readonly topic: Topic;
}

const words: readonly (readonly [Topic, string])[] = [
  ['review', '复议(?:申请|案件)?'],
  ['litigation', '诉讼|应诉|起诉'],
  ['elsewhere', '(?:行政)?许可(?:申请)?|行政处罚|审批'],
  ['proactive', '主动公开|制发|制作|发布|公文|印发|公示|公告|新闻|解读'],
  [
    'elsewhere',
    '热线|留言|咨询|信箱|来信|来访|信访(?!、?举报|、?投诉)|举报(?!、?投诉|类)|投诉(?!、?举报|类)|建议|提案|议案|诉求|民意|征集|(?<!公开)办件|舆情|问答|听证',
  ],
  ['applications', '申请(?!人|表|书)'],
];

const pattern = new RegExp(words.map(([, source]) => `(${source})`).join('|'), 'g');

function marksOf(text: string): readonly TopicMark[] {
  const marks: TopicMark[] = [];
  for (const match of text.matchAll(pattern)) {
    const which = words.findIndex((_, group) => match[group + 1] !== undefined);
    const topic = words[which]?.[0];
    if (topic !== undefined) marks.push({ end: match.index + match[0].length, topic });
  }
  return marks;
}

/** Tells the topic at a place of a passage: by the words before it, or at first by the heading above. */
export function topicsOf(passage: Passage): (position: number) => Topic | null {
  const marks = marksOf(passage.text);
  const initial = marksOf(passage.heading).at(-1)?.topic ?? null;
  return (position) => marks.findLast(({ end }) => end <= position)?.topic ?? initial;
}
