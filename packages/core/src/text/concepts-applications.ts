import type { Concept } from './concepts.ts';
import { applicantConcepts } from './concepts-applicants.ts';
import { reasonConcepts } from './concepts-reasons.ts';
import { caseUnits } from './counting-units.ts';
import type { Reading } from './readings.ts';

const subject = 'applications';
const units = caseUnits;

const received: readonly Reading[] = [{ plus: ['t3.received'] }, { plus: ['t3.received', 't3.carriedIn'] }];
const processed: Reading = { plus: ['t3.processedTotal'] };

/** Replies in the narrow sense leave out what was not handled, closed otherwise, or carried in. */
const answered: readonly Reading[] = [
  processed,
  ...[['t3.notProcessed.*'], ['t3.other.*'], ['t3.notProcessed.*', 't3.other.*'], ['t3.carriedIn']].map((minus) => ({
    plus: ['t3.processedTotal'],
    minus,
  })),
];

const group = (name: string): Reading => ({ plus: [`t3.${name}.*`] });

const receiving = /(?:新收|收到|收悉|接收|接到|收取|受理|登记|新增|办理|处理|承办|接受).{0,40}(?:申请|依申请公开)/;

/** Figures of 表三: applications by what became of them. */
export const applicationConcepts: readonly Concept[] = [
  {
    id: 'carriedOut',
    name: { zh: '结转下年度继续办理', en: 'carried over to next year' },
    subject,
    phrase: /(?:结转|顺延|转入|延续|延期)(?:到|至|入)?(?:下|次|明|来)一?年?(?:度)?|跨年(?:度)?(?:办理|答复)/,
    unless: /上一?年|去年/,
    units,
    readings: [{ plus: ['t3.carriedOut'] }],
    certain: true,
  },
  {
    id: 'carriedIn',
    name: { zh: '上年结转', en: 'carried over from last year' },
    subject,
    phrase: /(?:上一?年|去年)(?:度)?.{0,6}(?:结转|顺延|转入|延续)|结转(?:自)?(?:上一?年|去年)/,
    units,
    readings: [{ plus: ['t3.carriedIn'] }],
    certain: true,
  },
  {
    id: 'carried',
    name: { zh: '结转', en: 'carried over' },
    subject,
    phrase: /结转(?:的)?(?:政府)?(?:信息)?(?:公开)?(?:申请)?$|结转(?:至|到)?\d{4}年(?:度)?(?:继续)?(?:办理|答复)?$/,
    units,
    readings: [{ plus: ['t3.carriedOut'] }, { plus: ['t3.carriedIn'] }],
    certain: false,
  },
  ...reasonConcepts,
  {
    id: 'grantedAndPartial',
    name: { zh: '予以公开和部分公开', en: 'granted or granted in part' },
    subject,
    phrase: /公开(?:及|和|或|与|、)(?:者)?(?:予以)?部分公开|部分公开(?:及|和|或|与|、)(?:予以|全部)公开/,
    units,
    readings: [{ plus: ['t3.granted', 't3.partial'] }],
    certain: true,
  },
  {
    id: 'partial',
    name: { zh: '部分公开', en: 'granted in part' },
    subject,
    phrase: /部分公开/,
    unless: /不予公开/,
    units,
    readings: [{ plus: ['t3.partial'] }],
    certain: true,
  },
  {
    id: 'refused',
    name: { zh: '不予公开', en: 'refused' },
    subject,
    phrase: /不予公开|(?:依法|答复|决定)不公开/,
    unless: /无法提供|不予处理|部分公开/,
    units,
    readings: [group('refused')],
    certain: true,
  },
  {
    id: 'unavailable',
    name: { zh: '无法提供', en: 'not available' },
    subject,
    phrase: /无法提供|不能提供/,
    unless: /不予公开|不予处理/,
    units,
    readings: [group('unavailable')],
    certain: true,
  },
  {
    id: 'notProcessed',
    name: { zh: '不予处理', en: 'not processed' },
    subject,
    phrase: /不予处理/,
    unless: /不予公开|无法提供/,
    units,
    readings: [group('notProcessed')],
    certain: true,
  },
  {
    id: 'other',
    name: { zh: '其他处理', en: 'otherwise handled' },
    subject,
    phrase: /其[他它]处理/,
    units,
    readings: [group('other'), { plus: ['t3.other.otherHandling'] }],
    certain: true,
  },
  {
    id: 'granted',
    name: { zh: '予以公开', en: 'granted' },
    subject,
    phrase: /(?:予以|同意|全部|给予)公开/,
    unless: /不予|部分|主动|不同意/,
    units,
    readings: [{ plus: ['t3.granted'] }, { plus: ['t3.granted', 't3.partial'] }],
    certain: true,
  },
  ...applicantConcepts,
  {
    id: 'receivedAndAnswered',
    name: { zh: '收到并答复的申请', en: 'received and answered' },
    subject,
    phrase: /(?:收到|受理|接收|办理|处理).{0,30}(?:答复|回复|办结)|(?:答复|回复|办结).{0,10}(?:收到|受理|接收)/,
    units,
    readings: [...received, ...answered],
    certain: false,
  },
  {
    id: 'finished',
    name: { zh: '办结', en: 'closed' },
    subject,
    phrase: /办结|办理完[毕成]|办毕/,
    units,
    readings: [...answered, { plus: ['t3.received'], minus: ['t3.carriedOut'] }],
    certain: false,
  },
  {
    id: 'answered',
    name: { zh: '答复', en: 'answered' },
    subject,
    phrase: /答复|回复/,
    units,
    readings: [...answered, { plus: ['t3.received'], minus: ['t3.carriedOut'] }],
    certain: false,
  },
  {
    id: 'handled',
    name: { zh: '办理申请', en: 'applications handled' },
    subject,
    phrase: /(?:办理|处理|承办).{0,30}(?:申请|依申请公开)/,
    unless: /收到|受理|接/,
    units,
    readings: [...received, ...answered],
    certain: false,
  },
  {
    id: 'received',
    name: { zh: '收到申请', en: 'applications received' },
    subject,
    phrase: receiving,
    units,
    readings: received,
    certain: true,
  },
  {
    id: 'receivedBare',
    name: { zh: '收到申请', en: 'applications received' },
    subject,
    phrase: /^(?:本年(?:度)?|当年|今年|全年)?(?:收到|新收|接到|受理|接收)(?:的)?$/,
    units,
    readings: received,
    certain: true,
  },
  {
    id: 'applications',
    name: { zh: '依申请公开', en: 'applications' },
    subject,
    phrase:
      /^(?:(?:政府|政务)?信息(?:依申请)?公开(?:的)?申请|依申请公开(?:政府信息|信息|申请)?|申请公开(?:政府)?信息)(?:件|办件|案件|数|总量)*$/,
    units,
    readings: [...received, ...answered, { plus: ['t3.granted'] }, { plus: ['t3.granted', 't3.partial'] }],
    certain: false,
  },
];
