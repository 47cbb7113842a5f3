import type { Text } from '../findings/message.ts';

/**
 * Everything that is recorded, and how people read it: a closed list. Records outlive the code, so that a name once used
 * keeps its meaning and is never taken out.
 */
export const auditActions = {
  'report.create': { zh: '新建报告', en: 'open the report' },
  'report.save': { zh: '修改', en: 'edit' },
  'report.import': { zh: '从文件导入', en: 'import from a file' },
  'report.explain': { zh: '填写情况说明', en: 'explain a warning' },
  'report.submit': { zh: '提交', en: 'submit' },
  'report.withdraw': { zh: '撤回', en: 'withdraw' },
  'report.return': { zh: '退回', en: 'return' },
  'report.approve': { zh: '审核通过', en: 'approve' },
  'report.unapprove': { zh: '撤销审核', en: 'take back the approval' },
  'report.accept': { zh: '认可', en: 'accept' },
  'report.unaccept': { zh: '撤销认可', en: 'take back the acceptance' },
  'report.publish': { zh: '发布', en: 'publish' },
  'report.schedule': { zh: '安排发布', en: 'schedule the publication' },
  'report.unschedule': { zh: '取消安排的发布', en: 'cancel the scheduled publication' },
  'report.scheduleFailed': { zh: '未能按安排发布', en: 'not published as scheduled' },
  'report.correct': { zh: '发起更正', en: 'open a correction' },
  'report.abandonCorrection': { zh: '放弃更正', en: 'give up the correction' },
  'report.carryOver': { zh: '带入上年数据', en: 'take over last year’s figures' },
  'report.rename': { zh: '单位更名', en: 'take the new name of the agency' },
  'agency.create': { zh: '新增单位', en: 'add an agency' },
  'agency.change': { zh: '修改单位信息', en: 'change an agency' },
  'agency.move': { zh: '调整上级单位', en: 'move an agency' },
  'agency.rename': { zh: '单位更名', en: 'rename an agency' },
  'agency.undoRename': { zh: '撤销更名', en: 'undo a change of name' },
  'agency.end': { zh: '撤销单位', en: 'end an agency' },
  'agency.reopen': { zh: '恢复单位', en: 'reopen an agency' },
  'agency.merge': { zh: '登记合并', en: 'record a merger' },
  'agency.split': { zh: '登记分设', en: 'record a split' },
  'agency.undoSuccession': { zh: '撤销机构改革登记', en: 'undo a reorganisation' },
  'campaign.open': { zh: '开启填报任务', en: 'open a campaign' },
  'campaign.change': { zh: '修改填报任务', en: 'change a campaign' },
  'campaign.setDue': { zh: '调整应报名单', en: 'change who is due' },
  'campaign.extend': { zh: '延长期限', en: 'extend a deadline' },
  'comment.start': { zh: '添加批注', en: 'comment' },
  'comment.reply': { zh: '回复批注', en: 'reply to a comment' },
  'comment.edit': { zh: '修改批注', en: 'edit a comment' },
  'comment.delete': { zh: '删除批注', en: 'delete a comment' },
  'comment.resolve': { zh: '批注标为已解决', en: 'mark a comment as resolved' },
  'comment.reopen': { zh: '重新打开批注', en: 'open a comment again' },
  'comment.flag': { zh: '批注标为待跟进', en: 'flag a comment for follow-up' },
  'comment.unflag': { zh: '批注取消待跟进', en: 'take a follow-up flag off a comment' },
  'attachment.add': { zh: '添加附件', en: 'attach a file' },
  'attachment.remove': { zh: '删除附件', en: 'take a file away' },
  'webhook.create': { zh: '添加推送', en: 'add a webhook' },
  'webhook.change': { zh: '修改推送', en: 'change a webhook' },
  'webhook.remove': { zh: '删除推送', en: 'remove a webhook' },
  'job.retry': { zh: '重试任务', en: 'try a job again' },
  'job.discard': { zh: '放弃任务', en: 'throw a job away' },
} as const satisfies Readonly<Record<string, Text>>;

/** What an event of the audit trail tells of. */
export type AuditAction = keyof typeof auditActions;
