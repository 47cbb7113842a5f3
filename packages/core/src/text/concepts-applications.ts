import type { Concept } from './concepts.ts';
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

interface Reason {
  readonly row: string;
  readonly zh: string;
  readonly en: string;
  readonly phrase: RegExp;
  readonly dividedBy?: RegExp;
}

/** Rows of 表三 under 不予公开, 无法提供, 不予处理 and 其他处理, by the words that reports use for them. */
const reasons: readonly Reason[] = [
  { row: 'refused.stateSecret', zh: '属于国家秘密', en: 'state secret', phrase: /国家秘密/ },
  {
    row: 'refused.prohibitedByLaw',
    zh: '其他法律行政法规禁止公开',
    en: 'prohibited by law',
    phrase: /法律、?行政法规禁止/,
  },
  {
    row: 'refused.safetyStability',
    zh: '危及“三安全一稳定”',
    en: 'safety and stability',
    phrase: /三安全一稳定/,
  },
  { row: 'refused.thirdParty', zh: '保护第三方合法权益', en: 'third-party rights', phrase: /第三方(?:的)?合法权益/ },
  { row: 'refused.internalAffairs', zh: '三类内部事务信息', en: 'internal affairs', phrase: /内部事务/ },
  { row: 'refused.processInformation', zh: '四类过程性信息', en: 'process information', phrase: /过程性信息/ },
  { row: 'refused.enforcementFile', zh: '行政执法案卷', en: 'enforcement file', phrase: /执法案卷/ },
  { row: 'refused.administrativeQuery', zh: '行政查询事项', en: 'administrative query', phrase: /行政查询/ },
  {
    row: 'unavailable.notHeld',
    zh: '本机关不掌握',
    en: 'not held',
    phrase: /(?:本机关|本单位|本办|我.{1,2})不掌握/,
    dividedBy: /(?:信息)?不存在|不属于(?:本|我)/,
  },
  {
    row: 'unavailable.needsCreation',
    zh: '没有现成信息需要另行制作',
    en: 'would have to be made',
    phrase: /没有现成信息|另行制作/,
  },
  {
    row: 'unavailable.unclear',
    zh: '补正后申请内容仍不明确',
    en: 'unclear after correction',
    phrase: /补正后.{0,6}不明确/,
  },
  {
    row: 'notProcessed.petition',
    zh: '信访举报投诉类申请',
    en: 'petition',
    phrase: /信访、?(?:举报、?投诉|投诉、?举报)类?/,
  },
  { row: 'notProcessed.duplicate', zh: '重复申请', en: 'duplicate', phrase: /重复(?:性)?申请/ },
  { row: 'notProcessed.publication', zh: '要求提供公开出版物', en: 'publication', phrase: /公开出版物/ },
  { row: 'notProcessed.excessive', zh: '无正当理由大量反复申请', en: 'excessive', phrase: /大量反复/ },
  {
    row: 'notProcessed.reconfirmation',
    zh: '要求确认或重新出具已获取信息',
    en: 'reconfirmation',
    phrase: /重新出具/,
  },
  {
    row: 'other.overdueCorrection',
    zh: '逾期不补正',
    en: 'correction overdue',
    phrase: /逾期(?:不|未)补正/,
  },
  { row: 'other.overdueFee', zh: '逾期未缴纳费用', en: 'fee overdue', phrase: /逾期(?:不|未)(?:按.{0,10})?(?:缴|交)/ },
];

const reasonConcepts: readonly Concept[] = reasons.map(({ row, zh, en, ...words }) => ({
  id: row,
  name: { zh: `“${zh}”`, en },
  subject,
  ...words,
  unless: /等(?:原因|情形|理由|为由|$)|[、及和与].*(?:案卷|过程性|内部事务|秘密)/,
  units,
  readings: [{ plus: [`t3.${row}`] }],
  certain: true,
}));

interface Applicant {
  readonly column: string;
  readonly zh: string;
  readonly en: string;
  readonly phrase: RegExp;
}

const applicants: readonly Applicant[] = [
  {
    column: 'naturalPerson',
    zh: '自然人',
    en: 'natural persons',
    phrase: /^(?:由|来自|属于)?(?:自然人|公民个人)(?:的)?(?:提出的?)?(?:申请)?(?:件|数)?$/,
  },
  {
    column: 'enterprise',
    zh: '商业企业',
    en: 'enterprises',
    phrase: /^(?:由|来自|属于)?商业企业(?:的)?(?:提出的?)?(?:申请)?(?:件|数)?$/,
  },
  { column: 'researchInstitution', zh: '科研机构', en: 'research institutions', phrase: /^科研机构(?:申请)?$/ },
  { column: 'publicWelfare', zh: '社会公益组织', en: 'public welfare bodies', phrase: /^社会公益组织(?:申请)?$/ },
  { column: 'legalService', zh: '法律服务机构', en: 'legal service bodies', phrase: /^法律服务机构(?:申请)?$/ },
  {
    column: 'legalPersons',
    zh: '法人或其他组织',
    en: 'legal persons and other organisations',
    phrase: /^(?:由|来自|属于)?法人(?:或|和|及|、)?(?:者)?其[他它]组织(?:的)?(?:提出的?)?(?:申请)?(?:件|数)?$/,
  },
];

const applicantConcepts: readonly Concept[] = applicants.map(({ column, zh, en, phrase }) => ({
  id: `applicant.${column}`,
  name: { zh: `${zh}申请`, en: `applications by ${en}` },
  subject,
  phrase,
  units,
  readings: [
    { plus: ['t3.received'], column },
    { plus: ['t3.received', 't3.carriedIn'], column },
    { plus: ['t3.processedTotal'], column },
  ],
  certain: true,
}));

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
