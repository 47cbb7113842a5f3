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
  'report.publish': { zh: '发布', en: 'publish' },
  'report.correct': { zh: '发起更正', en: 'open a correction' },
  'report.abandonCorrection': { zh: '放弃更正', en: 'give up the correction' },
  'account.signIn': { zh: '登录', en: 'sign in' },
  'account.password': { zh: '修改密码', en: 'change the password' },
  'account.enrolSecondFactor': { zh: '启用两步验证', en: 'turn on the second factor' },
  'account.dropSecondFactor': { zh: '停用两步验证', en: 'turn off the second factor' },
  'account.renewBackupCodes': { zh: '更换备用码', en: 'renew the backup codes' },
  'account.endSession': { zh: '结束登录', en: 'end a session' },
  'account.requestReset': { zh: '申请重设密码', en: 'ask for a new password' },
  'account.setPassword': { zh: '用一次性链接设置密码', en: 'set the password by a one-time link' },
  'person.create': { zh: '新建人员', en: 'add a person' },
  'person.update': { zh: '修改人员信息', en: 'change a person’s details' },
  'person.invite': { zh: '发出邀请链接', en: 'send an invitation' },
  'person.reset': { zh: '发出重设密码链接', en: 'send a link for a new password' },
  'person.resetSecondFactor': { zh: '重置两步验证', en: 'reset the second factor' },
  'person.disable': { zh: '停用账号', en: 'disable the account' },
  'person.enable': { zh: '启用账号', en: 'enable the account' },
  'person.grantRole': { zh: '授予角色', en: 'grant a role' },
  'person.withdrawRole': { zh: '撤销角色', en: 'withdraw a role' },
  'person.setIdentity': { zh: '绑定统一身份', en: 'bind to an identity' },
  'token.create': { zh: '新建令牌', en: 'make a token' },
  'token.revoke': { zh: '撤销令牌', en: 'revoke a token' },
  'campaign.open': { zh: '开启填报任务', en: 'open a campaign' },
  'campaign.change': { zh: '修改填报任务', en: 'change a campaign' },
  'campaign.setDue': { zh: '调整应报名单', en: 'change who is due' },
  'campaign.extend': { zh: '延长期限', en: 'extend a deadline' },
  'job.retry': { zh: '重试任务', en: 'try a job again' },
  'job.discard': { zh: '放弃任务', en: 'throw a job away' },
} as const satisfies Readonly<Record<string, Text>>;

/** What an event of the audit trail tells of. */
export type AuditAction = keyof typeof auditActions;
