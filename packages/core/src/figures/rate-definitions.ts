import type { RateDefinition } from './rates.ts';

const total = (row: string) => `t3.${row}.total`;
const processed = [total('processedTotal')];

const refusalReasons = [
  'stateSecret',
  'prohibitedByLaw',
  'safetyStability',
  'thirdParty',
  'internalAffairs',
  'processInformation',
  'enforcementFile',
  'administrativeQuery',
] as const;

const notProcessedReasons = ['petition', 'duplicate', 'publication', 'excessive', 'reconfirmation'] as const;

const litigation = (column: string) => [`t4.litigationDirect.${column}`, `t4.litigationAfterReview.${column}`];

/** The rates that readers of these reports compute, as data. */
export const rateDefinitions: readonly RateDefinition[] = [
  {
    id: 'disclosed',
    name: { zh: '公开率', en: 'Disclosure rate' },
    formula: { zh: '（予以公开 + 部分公开）÷ 办理结果总计', en: '(disclosed + disclosed in part) ÷ all results' },
    numerator: [total('granted'), total('partial')],
    denominator: processed,
    less: [],
    share: true,
  },
  {
    id: 'refused',
    name: { zh: '不予公开率', en: 'Refusal rate' },
    formula: { zh: '不予公开各项之和 ÷ 办理结果总计', en: 'all refusals ÷ all results' },
    numerator: refusalReasons.map((reason) => total(`refused.${reason}`)),
    denominator: processed,
    less: [],
    share: true,
  },
  {
    id: 'notHeld',
    name: { zh: '不掌握率', en: 'Not-held rate' },
    formula: { zh: '本机关不掌握相关政府信息 ÷ 办理结果总计', en: 'not held by this body ÷ all results' },
    numerator: [total('unavailable.notHeld')],
    denominator: processed,
    less: [],
    share: true,
  },
  {
    id: 'notProcessed',
    name: { zh: '不予处理率', en: 'Not-processed rate' },
    formula: { zh: '不予处理各项之和 ÷ 办理结果总计', en: 'all not processed ÷ all results' },
    numerator: notProcessedReasons.map((reason) => total(`notProcessed.${reason}`)),
    denominator: processed,
    less: [],
    share: true,
  },
  {
    id: 'carriedOut',
    name: { zh: '结转率', en: 'Carry-over rate' },
    formula: { zh: '结转下年度 ÷（本年新收 + 上年结转）', en: 'carried over ÷ (received + carried in)' },
    numerator: [total('carriedOut')],
    denominator: [total('received'), total('carriedIn')],
    less: [],
    share: true,
  },
  {
    id: 'naturalPersons',
    name: { zh: '自然人占比', en: 'Share of natural persons' },
    formula: { zh: '自然人新收 ÷ 新收总计', en: 'received from natural persons ÷ all received' },
    numerator: ['t3.received.naturalPerson'],
    denominator: [total('received')],
    less: [],
    share: true,
  },
  {
    id: 'reviewed',
    name: { zh: '复议率', en: 'Review rate' },
    formula: { zh: '行政复议总计 ÷ 办理结果总计', en: 'administrative reviews ÷ all results' },
    numerator: ['t4.review.total'],
    denominator: processed,
    less: [],
    share: false,
  },
  {
    id: 'correctedInReview',
    name: { zh: '复议纠错率', en: 'Corrected in review' },
    formula: { zh: '复议结果纠正 ÷（复议总计 − 尚未审结）', en: 'corrected ÷ (all reviews − pending)' },
    numerator: ['t4.review.corrected'],
    denominator: ['t4.review.total'],
    less: ['t4.review.pending'],
    share: true,
  },
  {
    id: 'correctedInCourt',
    name: { zh: '诉讼纠错率', en: 'Corrected in court' },
    formula: { zh: '诉讼结果纠正 ÷（诉讼总计 − 尚未审结）', en: 'corrected ÷ (all lawsuits − pending)' },
    numerator: litigation('corrected'),
    denominator: litigation('total'),
    less: litigation('pending'),
    share: true,
  },
];
