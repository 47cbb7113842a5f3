import type { AuditAction } from '@nianbao/core';
import type { NewAuditEvent, ReportRow } from '@nianbao/database';
import { eventBy } from '../api/event-by.ts';
import type { PersonContext } from '../api/request-context.ts';

/** Who did what to which report when: the part that every event of a report has. */
export function reportEvent(
  context: PersonContext,
  { id, agencyId }: Pick<ReportRow, 'id' | 'agencyId'>,
  action: AuditAction,
): NewAuditEvent {
  return { ...eventBy(context, action), agencyId, reportId: id };
}
