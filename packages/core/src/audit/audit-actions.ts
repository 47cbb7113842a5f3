import type { Text } from '../findings/message.ts';

/**
 * Everything that is recorded, and how people read it: a closed list. Records outlive the code, so that a name once used
 * keeps its meaning and is never taken out.
 */
export const auditActions = {
  'report.create': { zh: '新建报告', en: 'open the report' },
  'report.save': { zh: '修改', en: 'edit' },
  'report.import': { zh: '从文件导入', en: 'import from a file' },
  'report.rollUp': { zh: '汇总下级数据', en: 'take the roll-up' },
  'report.rollUpAdditions': { zh: '填写本级补充', en: 'add to the roll-up' },
  'report.explain': { zh: '填写情况说明', en: 'explain a warning' },
  'report.submit': { zh: '提交', en: 'submit' },
  'report.withdraw': { zh: '撤回', en: 'withdraw' },
  'report.return': { zh: '退回', en: 'return' },
  'report.approve': { zh: '审核通过', en: 'approve' },
  'report.unapprove': { zh: '撤销审核', en: 'take back the approval' },
  'report.publish': { zh: '发布', en: 'publish' },
  'report.correct': { zh: '发起更正', en: 'open a correction' },
  'report.abandonCorrection': { zh: '放弃更正', en: 'give up the correction' },
  'job.retry': { zh: '重试任务', en: 'try a job again' },
  'job.discard': { zh: '放弃任务', en: 'throw a job away' },
} as const satisfies Readonly<Record<string, Text>>;

/** What an event of the audit trail tells of. */
export type AuditAction = keyof typeof auditActions;
