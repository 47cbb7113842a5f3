import type { Text } from '../findings/message.ts';
import type { Topic } from './topics.ts';

/** A way of saying that there was none, or that all were of one kind, and the figures that must then be 0. */
export interface NoneClaim {
  readonly id: string;
  readonly name: Text;
  readonly phrase: RegExp;
  /** Words inside the phrase that make it say something narrower. */
  readonly unless?: RegExp;
  /** What the sentence must have said before, so that it speaks of cases and not of a principle. */
  readonly after?: RegExp;
  /** What the words before must be about; null for any. */
  readonly topics: readonly Topic[] | null;
  /** False where the words leave a doubt, so that the finding is only a warning. */
  readonly certain: boolean;
  /** Rows and cells, as in readings; by topic where the phrase itself doesn't say which. */
  readonly figures: readonly string[] | Readonly<Partial<Record<Topic, readonly string[]>>>;
}

const reviewTotals = ['t4.review.total'];
const lawsuitTotals = ['t4.litigationDirect.total', 't4.litigationAfterReview.total'];
const notUpheld = (groups: readonly string[]) =>
  groups.flatMap((group) => ['corrected', 'otherOutcome', 'pending'].map((column) => `t4.${group}.${column}`));

/**
 * Between 未收到 and 申请, 未发生 and 复议 only words may stand that leave the claim as wide as the table. Anything else
 * (网上申请, 超期答复引起的复议) narrows it, and the claim is not taken up.
 */
const who = '公民|法人|个人|群众|公众|社会|企业|其[他它]|组织|本|我[局委办镇乡县市区院厅]?|机关|单位|街道|部门';
const what =
  '公开|政府|政务|信息|依法|依|形式|有关|相关|关于|涉及|针对|对|向|处理|办理|工作|年度|任何|各类|类|的|或者?|和|及|与|以及|、|“|”';
const how = '申请|因|由|案件|举报|投诉|被|引起|引发|产生|导致|而|答复|不服|行政|情况|起|人|要求|提[出起交]';
const wide = `(?:${who}|${what}|要求|提[出起交])*`;
const wideOfCases = `(?:${who}|${what}|${how})*`;
const never = '(?<![有如若是并])(?:未|没有|无|尚无|尚未|从未|并未|未曾|不存在)';
/** What the word 申请 goes on to where it is no application for information, or only the cause of something else. */
const otherwise = '人|书|表|复议|行政复议|诉讼|行政诉讼|仲裁|救助|减免|提起|引|而|产生|导致|被|后|所';

const aFigure = /[\d一二三四五六七八九十两][件条份宗起个例]/;

export const noneClaims: readonly NoneClaim[] = [
  {
    id: 'received',
    name: { zh: '收到的申请', en: 'applications received' },
    phrase: new RegExp(
      `${never}(?:收到|接收到|接收|接到|收取|受理|有收到|收)(?:过|到)?${wide}(?:依?申请(?!${otherwise})|公开请求)(?:公开)?(?:政府)?(?:信息)?(?:的?请求|的?申请|信件|件)?`,
      'g',
    ),
    unless: /复议|诉讼|举报|投诉|当面/,
    topics: null,
    certain: true,
    figures: ['t3.received'],
  },
  {
    id: 'received.zero',
    name: { zh: '收到的申请', en: 'applications received' },
    phrase:
      /(?<![\d一二三四五六七八九十百])零(?:依)?申请|(?<![有并如若])无(?:公民[^，。；]{0,12}?)?(?:提出)?(?:政府)?(?:信息)?(?:依申请公开(?:政府)?(?:信息)?(?:申请|事项|情况|件)?|公开申请)(?=[，。；]|$)/g,
    topics: null,
    certain: true,
    figures: ['t3.received'],
  },
  {
    id: 'review',
    name: { zh: '行政复议', en: 'reviews' },
    phrase: new RegExp(
      `${never}(?:发生|出现|收到|接到|受理|有)?(?:过)?${wideOfCases}复议(?!后|机关|机构|纠错|败诉|撤销)|零(?:行政)?复议`,
      'g',
    ),
    unless: /未经/,
    topics: null,
    certain: true,
    figures: reviewTotals,
  },
  {
    id: 'litigation',
    name: { zh: '行政诉讼', en: 'lawsuits' },
    phrase: new RegExp(
      `${never}(?:发生|出现|收到|接到|受理|有)?(?:过)?${wideOfCases}(?:复议(?:案件|申请|情况)?(?:、|和|及|与|或者?|以及)(?:被)?(?:提起)?)?(?:行政)?诉讼(?!法|败诉|费)|零(?:行政)?(?:复议、?零?)?诉讼`,
      'g',
    ),
    unless: /未经/,
    topics: null,
    certain: true,
    figures: lawsuitTotals,
  },
  {
    id: 'upheld',
    name: { zh: '维持以外的结果', en: 'outcomes other than upheld' },
    phrase: /(?:均|全部|都)(?:已)?(?:被|获|予以|得到|为|判决|依法)?(?:结果)?维持/g,
    topics: ['review', 'litigation'],
    certain: false,
    figures: {
      review: notUpheld(['review']),
      litigation: notUpheld(['litigationDirect', 'litigationAfterReview']),
    },
  },
  {
    id: 'lost',
    name: { zh: '被纠正的案件', en: 'cases corrected' },
    phrase: /零(?:败诉|纠错)|(?:无|未发生|没有)(?:行政诉讼|行政复议|信息公开)?(?:败诉|被纠错|纠错)(?:案件|情况|记录)?/g,
    topics: ['review', 'litigation'],
    certain: false,
    figures: {
      review: ['t4.review.corrected'],
      litigation: ['t4.litigationDirect.corrected', 't4.litigationAfterReview.corrected'],
    },
  },
  {
    id: 'granted',
    name: { zh: '予以公开以外的结果', en: 'results other than granted' },
    phrase: /(?:均|全部|都)(?:已)?(?:依法|按时|按期|及时)?(?:予以|给予)公开/g,
    after: aFigure,
    topics: ['applications'],
    certain: false,
    figures: {
      applications: ['t3.partial', 't3.refused.*', 't3.unavailable.*', 't3.notProcessed.*', 't3.other.*'],
    },
  },
  {
    id: 'normativeDocuments',
    name: { zh: '制发的行政规范性文件', en: 'normative documents issued' },
    phrase: /(?:未|没有)(?:新)?(?:制定|制发|出台)(?:过|新的|任何)?(?:行政)?规范性文件(?=[，。；、]|$)/g,
    topics: null,
    certain: false,
    figures: ['t2.normativeDocuments.issued', 't2.normativeDocuments.made'],
  },
  {
    id: 'closed',
    name: { zh: '结转下年度的申请', en: 'applications carried over' },
    phrase: /(?:均已|已全部|全部)(?:办结|办理完[毕成]|答复完毕)(?!率)/g,
    after: aFigure,
    topics: ['applications'],
    certain: false,
    figures: { applications: ['t3.carriedOut'] },
  },
];
