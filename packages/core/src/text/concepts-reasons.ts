import type { Concept } from './concepts.ts';
import { caseUnits } from './counting-units.ts';

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

/** Figures of single reasons; several named together, or one with 等, are left to the group. */
export const reasonConcepts: readonly Concept[] = reasons.map(({ row, zh, en, ...words }) => ({
  id: row,
  name: { zh: `“${zh}”`, en },
  subject: 'applications',
  ...words,
  unless: /等(?:原因|情形|理由|为由|$)|[、及和与].*(?:案卷|过程性|内部事务|秘密)/,
  units: caseUnits,
  readings: [{ plus: [`t3.${row}`] }],
  certain: true,
}));
