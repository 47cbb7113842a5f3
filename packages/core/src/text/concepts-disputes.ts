import type { Concept } from './concepts.ts';
import { caseUnits } from './counting-units.ts';
import type { Reading } from './readings.ts';

const units = caseUnits;
const bodies = { review: ['review'], direct: ['litigationDirect'], after: ['litigationAfterReview'] } as const;
const cellsOf = (groups: readonly string[], column: string): Reading => ({
  plus: groups.map((group) => `t4.${group}.${column}`),
});
const lawsuits = [...bodies.direct, ...bodies.after];
const everything = [...bodies.review, ...lawsuits];

/** An outcome in words, and the column of 表四 that counts it. */
export const outcomes = [
  { column: 'upheld', zh: '结果维持', en: 'upheld', phrase: /维持/ },
  { column: 'corrected', zh: '结果纠正', en: 'corrected', phrase: /(?:结果|被|获|予以)?纠正|^纠错/ },
  { column: 'otherOutcome', zh: '其他结果', en: 'other outcome', phrase: /其[他它]结果/ },
  { column: 'pending', zh: '尚未审结', en: 'pending', phrase: /(?:尚未|未)(?:审)?结|正在审理|审理中/ },
] as const;

const reviewWords = /复议/;
const lawsuitWords = /诉讼|应诉|起诉/;
const bothWords = /复议.*(?:诉讼|应诉|起诉)|(?:诉讼|应诉).*复议/;
/** 各 and 分别 give one figure for several things; 参加 and 出庭 count something else than cases of the year. */
const elsewhere = /[一二再]审|分别|各$|败诉|胜诉|出庭|负责人|听证|率$|代理|培训|旁听|规范性文件|撤回|申诉/;

function outcomeConcepts(subject: 'review' | 'litigation'): readonly Concept[] {
  const label = subject === 'review' ? { zh: '行政复议', en: 'review' } : { zh: '行政诉讼', en: 'litigation' };
  return outcomes.map(({ column, zh, en, phrase }) => ({
    id: `${subject}.${column}`,
    name: { zh: `${label.zh}“${zh}”`, en: `${label.en}, ${en}` },
    subject,
    phrase,
    unless: elsewhere,
    units,
    readings:
      subject === 'review'
        ? [cellsOf(bodies.review, column), cellsOf(everything, column)]
        : [
            cellsOf(lawsuits, column),
            cellsOf(bodies.direct, column),
            cellsOf(bodies.after, column),
            cellsOf(everything, column),
          ],
    certain: true,
  }));
}

/** Figures of 表四: reviews and lawsuits over disclosure, their outcomes, and what is still open. */
export const disputeConcepts: readonly Concept[] = [
  ...outcomeConcepts('review'),
  ...outcomeConcepts('litigation'),
  {
    id: 'litigationAfterReview',
    name: { zh: '复议后起诉', en: 'lawsuits after review' },
    subject: 'disputes',
    phrase: /(?:复议后|经复议|对复议.{0,8}不服).{0,6}(?:起诉|诉讼)/,
    unless: /未经复议/,
    units,
    readings: [cellsOf(bodies.after, 'total')],
    certain: true,
  },
  {
    id: 'litigationDirect',
    name: { zh: '未经复议直接起诉', en: 'lawsuits without review' },
    subject: 'disputes',
    phrase: /未经(?:行政)?复议|直接(?:提起|起)?(?:行政)?(?:诉讼|起诉|诉)/,
    units,
    readings: [cellsOf(bodies.direct, 'total')],
    certain: true,
  },
  {
    id: 'disputes',
    name: { zh: '行政复议和行政诉讼', en: 'reviews and lawsuits' },
    subject: 'disputes',
    phrase: bothWords,
    unless: elsewhere,
    units,
    readings: [cellsOf(everything, 'total'), cellsOf(lawsuits, 'total'), cellsOf(bodies.review, 'total')],
    certain: false,
  },
  {
    id: 'litigation',
    name: { zh: '行政诉讼', en: 'lawsuits' },
    subject: 'disputes',
    phrase: lawsuitWords,
    unless: elsewhere,
    units,
    readings: [cellsOf(lawsuits, 'total'), cellsOf(bodies.direct, 'total')],
    certain: true,
  },
  {
    id: 'review',
    name: { zh: '行政复议', en: 'reviews' },
    subject: 'disputes',
    phrase: reviewWords,
    unless: elsewhere,
    units,
    readings: [cellsOf(bodies.review, 'total')],
    certain: true,
  },
];
