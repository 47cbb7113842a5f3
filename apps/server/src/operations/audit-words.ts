import type { Text } from '@nianbao/core';
import type { AuditFault, PublicationFault } from '@nianbao/database';

/** What is wrong with the audit trail, in words. */
export function auditFaultWords(fault: AuditFault): Text {
  switch (fault.kind) {
    case 'altered':
      return {
        zh: `记录 ${fault.event}（${fault.stream} 的第 ${fault.position} 条）内容被改动`,
        en: `event ${fault.event} (number ${fault.position} of ${fault.stream}) was altered`,
      };
    case 'broken':
      return {
        zh: `记录 ${fault.event}（${fault.stream} 的第 ${fault.position} 条）与前一条接不上：前面有记录被改动或删除`,
        en: `event ${fault.event} (number ${fault.position} of ${fault.stream}) does not follow on: an event before it was altered or taken out`,
      };
    case 'cut':
      return {
        zh: `${fault.stream} 末尾的记录缺失（应到第 ${fault.position} 条）`,
        en: `the newest events of ${fault.stream} are gone (there were ${fault.position})`,
      };
    case 'seal':
      return {
        zh: `第 ${fault.number} 号封存与其下的记录不符`,
        en: `seal ${fault.number} does not fit the events under it`,
      };
  }
}

const publicationFaults: Readonly<Record<PublicationFault['kind'], Text>> = {
  content: { zh: '内容与摘要不符', en: 'its content does not give its digest' },
  record: { zh: '与发布时的审计记录不符', en: 'it is not what the audit event of its publication says' },
  unrecorded: { zh: '审计记录中没有这次发布', en: 'no audit event tells of its publication' },
  missing: { zh: '审计记录中有，数据库中没有', en: 'an audit event tells of it, but it is gone' },
};

/** What is wrong with a published version, in words. */
export function publicationFaultWords({ kind, reportId, version }: PublicationFault): Text {
  const words = publicationFaults[kind];
  return {
    zh: `报告 ${reportId} 的第 ${version} 版：${words.zh}`,
    en: `version ${version} of report ${reportId}: ${words.en}`,
  };
}
