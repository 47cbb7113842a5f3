import type { Concept } from './concepts.ts';
import { caseUnits } from './counting-units.ts';

const subject = 'disclosure';
const units = caseUnits;
const published = /发布|公示|公告|信息/;
const madeColumns = ['issued', 'made', 'disclosed'];
const readingsOf = (row: string, columns: readonly string[]) =>
  columns.map((column) => ({ plus: [`t2.${row}.${column}`] }));

/**
 * Figures of 表二. What was “主动公开” is no figure of the table from 2021 on, published decisions (公示) are not
 * decisions made, and rules for the office (规章制度) are no 规章: none of these is read.
 */
export const disclosureConcepts: readonly Concept[] = [
  {
    id: 'regulationsTotal',
    name: { zh: '规章', en: 'regulations' },
    subject,
    phrase: /规章(?:的)?(?:对外公开总|现行有效$)/,
    units,
    readings: readingsOf('regulations', ['totalDisclosed', 'inForce']),
    certain: true,
  },
  {
    id: 'regulationsInForce',
    name: { zh: '现行有效规章', en: 'regulations in force' },
    subject,
    phrase: /现行有效的?(?:市|省)?(?:政府)?规章(?!制度)|规章(?!制度).{0,6}现行有效的?/,
    units,
    readings: readingsOf('regulations', ['inForce', 'totalDisclosed']),
    certain: false,
  },
  {
    id: 'regulationsRepealed',
    name: { zh: '废止规章', en: 'regulations repealed' },
    subject,
    phrase: /废止(?:了)?(?:市|省)?(?:政府)?规章(?!制度)|规章(?:本年)?废止$/,
    unless: /修改|修订|文件/,
    units,
    readings: readingsOf('regulations', ['repealed']),
    certain: false,
  },
  {
    id: 'regulationsIssued',
    name: { zh: '制发规章', en: 'regulations issued' },
    subject,
    phrase: /(?:制定|制发|出台|公布|颁布)(?:了)?(?:市|省)?(?:政府)?规章(?!制度)|规章(?:本年)?(?:制发|新制作|新公开)$/,
    unless: /现行有效|废止|修改|修订|文件|草案/,
    units,
    readings: readingsOf('regulations', madeColumns),
    certain: false,
  },
  {
    id: 'normativeTotal',
    name: { zh: '规范性文件对外公开总数量', en: 'normative documents disclosed in all' },
    subject,
    phrase: /规范性文件(?:的)?(?:对外公开总|现行有效$)/,
    units,
    readings: readingsOf('normativeDocuments', ['totalDisclosed', 'inForce']),
    certain: true,
  },
  {
    id: 'normativeInForce',
    name: { zh: '现行有效行政规范性文件', en: 'normative documents in force' },
    subject,
    phrase: /现行有效的?(?:行政)?规范性文件|规范性文件.{0,6}现行有效/,
    unless: /党/,
    units,
    readings: readingsOf('normativeDocuments', ['inForce', 'totalDisclosed']),
    certain: false,
  },
  {
    id: 'normativeRepealed',
    name: { zh: '废止行政规范性文件', en: 'normative documents repealed' },
    subject,
    phrase: /废止(?:了)?(?:行政)?规范性文件|规范性文件(?:本年)?废止$/,
    unless: /党|修改|修订|失效|清理/,
    units,
    readings: readingsOf('normativeDocuments', ['repealed']),
    certain: false,
  },
  {
    id: 'normativeIssued',
    name: { zh: '制发行政规范性文件', en: 'normative documents issued' },
    subject,
    phrase:
      /(?:制定|制发|出台|印发)(?:发布|印发|出台)?(?:了)?(?:行政)?规范性文件$|规范性文件(?:本年)?(?:制发|新制作|新公开)$/,
    unless: /党|废止|清理|备案|审查|审核/,
    units,
    readings: readingsOf('normativeDocuments', madeColumns),
    certain: false,
  },
  {
    id: 'licenceDecisions',
    name: { zh: '行政许可处理决定', en: 'licence decisions' },
    subject,
    phrase: /许可(?:处理)?决定(?:数|书)?$/,
    unless: /公示|公开|发布|公告|不予|处罚|强制|撤销/,
    notAfter: published,
    units,
    readings: readingsOf('licences', ['decisions']),
    certain: false,
  },
  {
    id: 'penaltyDecisions',
    name: { zh: '行政处罚处理决定', en: 'penalty decisions' },
    subject,
    phrase: /处罚(?:处理)?决定(?:数|书)?$/,
    unless: /公示|公开|发布|公告|不予|许可|强制|撤销/,
    notAfter: published,
    units,
    readings: readingsOf('penalties', ['decisions']),
    certain: false,
  },
  {
    id: 'coercionDecisions',
    name: { zh: '行政强制处理决定', en: 'coercion decisions' },
    subject,
    phrase: /强制(?:处理)?决定(?:数|书)?$/,
    unless: /公示|公开|发布|公告|不予|许可|处罚|撤销/,
    notAfter: published,
    units,
    readings: readingsOf('coercions', ['decisions']),
    certain: false,
  },
  {
    id: 'decisions',
    name: { zh: '行政许可、处罚、强制处理决定', en: 'licence, penalty and coercion decisions' },
    subject,
    phrase: /处理行政决定数?$/,
    unless: /公示|公开|发布|公告/,
    units,
    readings: [
      ...readingsOf('licences', ['decisions']),
      ...readingsOf('penalties', ['decisions']),
      ...readingsOf('coercions', ['decisions']),
      { plus: ['t2.licences.decisions', 't2.penalties.decisions'] },
      { plus: ['t2.penalties.decisions', 't2.coercions.decisions'] },
      { plus: ['t2.licences.decisions', 't2.penalties.decisions', 't2.coercions.decisions'] },
    ],
    certain: false,
  },
  {
    id: 'fees',
    name: { zh: '行政事业性收费金额', en: 'administrative fees' },
    subject,
    phrase: /行政事业性收费(?:总)?(?:金额|总额|收入)*$/,
    unless: /减免|免征|停征|取消|信息处理费|项目/,
    units: new Set(['元', '千元', '万元', '亿元']),
    readings: readingsOf('fees', ['amount']),
    certain: false,
  },
  {
    id: 'procurementItems',
    name: { zh: '政府集中采购项目数量', en: 'central procurement projects' },
    subject,
    phrase: /政府集中采购(?:项目)?数?$/,
    unless: /信息|公示|公告|发布|公开/,
    units: new Set(['个', '项', '次', '件', '宗']),
    readings: readingsOf('procurement', ['items']),
    certain: false,
  },
];
