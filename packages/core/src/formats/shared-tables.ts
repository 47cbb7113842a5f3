import type { GroupTable, MatrixRow, MatrixTable, Section } from './format.ts';

/** The six sections, the same in both notices (国办公开办函〔2019〕60号, 〔2021〕30号). */
export const sections: readonly Section[] = [
  { number: 1, id: 'overview', title: '总体情况', kind: 'narrative' },
  { number: 2, id: 'proactiveDisclosure', title: '主动公开政府信息情况', kind: 'table' },
  { number: 3, id: 'applications', title: '收到和处理政府信息公开申请情况', kind: 'table' },
  { number: 4, id: 'disputes', title: '政府信息公开行政复议、行政诉讼情况', kind: 'table' },
  { number: 5, id: 'problems', title: '存在的主要问题及改进情况', kind: 'narrative' },
  { number: 6, id: 'otherMatters', title: '其他需要报告的事项', kind: 'narrative' },
];

const results = '三、本年度办理结果';
const inResults = (group: string, rows: readonly (readonly [key: string, label: string])[]): MatrixRow[] =>
  rows.map(([key, label]) => ({ key, label, groups: [results, group] }));

/** 其他处理, the one part of 表三 in which the two formats differ, as rows with their enclosing groups. */
export const otherHandlingAsOneRow: readonly MatrixRow[] = [
  { key: 'other', label: '（六）其他处理', groups: [results] },
];

export const otherHandlingAsThreeRows: readonly MatrixRow[] = inResults('（六）其他处理', [
  ['other.overdueCorrection', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'],
  ['other.overdueFee', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'],
  ['other.otherHandling', '3.其他'],
]);

/** 表三: applications received and handled, by kind of applicant, in 件. */
export function applicationsTable(otherHandling: readonly MatrixRow[]): MatrixTable {
  return {
    layout: 'matrix',
    id: 't3',
    section: 3,
    title: '收到和处理政府信息公开申请情况',
    unit: '件',
    note: '本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和',
    head: '申请人情况',
    columnGroups: [
      { label: '自然人', columns: ['naturalPerson'] },
      {
        label: '法人或其他组织',
        columns: ['enterprise', 'researchInstitution', 'publicWelfare', 'legalService', 'otherOrganisation'],
      },
      { label: '总计', columns: ['total'] },
    ],
    columns: [
      { key: 'naturalPerson', label: '自然人' },
      { key: 'enterprise', label: '商业企业' },
      { key: 'researchInstitution', label: '科研机构' },
      { key: 'publicWelfare', label: '社会公益组织' },
      { key: 'legalService', label: '法律服务机构' },
      { key: 'otherOrganisation', label: '其他' },
      { key: 'total', label: '总计' },
    ],
    rows: [
      { key: 'received', label: '一、本年新收政府信息公开申请数量', groups: [] },
      { key: 'carriedIn', label: '二、上年结转政府信息公开申请数量', groups: [] },
      { key: 'granted', label: '（一）予以公开', groups: [results] },
      { key: 'partial', label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', groups: [results] },
      ...inResults('（三）不予公开', [
        ['refused.stateSecret', '1.属于国家秘密'],
        ['refused.prohibitedByLaw', '2.其他法律行政法规禁止公开'],
        ['refused.safetyStability', '3.危及“三安全一稳定”'],
        ['refused.thirdParty', '4.保护第三方合法权益'],
        ['refused.internalAffairs', '5.属于三类内部事务信息'],
        ['refused.processInformation', '6.属于四类过程性信息'],
        ['refused.enforcementFile', '7.属于行政执法案卷'],
        ['refused.administrativeQuery', '8.属于行政查询事项'],
      ]),
      ...inResults('（四）无法提供', [
        ['unavailable.notHeld', '1.本机关不掌握相关政府信息'],
        ['unavailable.needsCreation', '2.没有现成信息需要另行制作'],
        ['unavailable.unclear', '3.补正后申请内容仍不明确'],
      ]),
      ...inResults('（五）不予处理', [
        ['notProcessed.petition', '1.信访举报投诉类申请'],
        ['notProcessed.duplicate', '2.重复申请'],
        ['notProcessed.publication', '3.要求提供公开出版物'],
        ['notProcessed.excessive', '4.无正当理由大量反复申请'],
        ['notProcessed.reconfirmation', '5.要求行政机关确认或重新出具已获取信息'],
      ]),
      ...otherHandling,
      { key: 'processedTotal', label: '（七）总计', groups: [results] },
      { key: 'carriedOut', label: '四、结转下年度继续办理', groups: [] },
    ],
  };
}

/** 表四: administrative reviews and lawsuits over disclosure, in 件. */
export const disputesTable: GroupTable = {
  layout: 'groups',
  id: 't4',
  section: 4,
  title: '政府信息公开行政复议、行政诉讼情况',
  unit: '件',
  groups: [
    { key: 'review', labels: ['行政复议'] },
    { key: 'litigationDirect', labels: ['行政诉讼', '未经复议直接起诉'] },
    { key: 'litigationAfterReview', labels: ['行政诉讼', '复议后起诉'] },
  ],
  columns: [
    { key: 'upheld', label: '结果维持' },
    { key: 'corrected', label: '结果纠正' },
    { key: 'otherOutcome', label: '其他结果' },
    { key: 'pending', label: '尚未审结' },
    { key: 'total', label: '总计' },
  ],
};
