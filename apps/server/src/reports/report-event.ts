import type { NewAuditEvent, ReportRow } from '@nianbao/database';
import type { PersonContext } from '../api/request-context.ts';

/** What is recorded of a report: a kind of change, or a move of its lifecycle (`report.submit`). */
export type ReportAction = 'report.create' | 'report.save' | 'report.import' | 'report.explain' | `report.${string}`;

/** Who did what to which report when: the part that every event has. */
export function reportEvent(
  { person, now }: PersonContext,
  { id, agencyId }: Pick<ReportRow, 'id' | 'agencyId'>,
  action: ReportAction,
): NewAuditEvent {
  return { action, at: now, actorId: person.id, actorName: person.name, agencyId, reportId: id };
}
