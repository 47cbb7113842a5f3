import { applyChanges, changeSchema, fieldOf, inverseOf } from '@nianbao/core';
import type { Change, Report } from '@nianbao/core';
import { appendAuditEvent, listEventsSince, lockReport, updateReport } from '@nianbao/database';
import type { AuditEvent, ReportRow } from '@nianbao/database';
import { z } from 'zod';
import { reportIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import type { FieldConflict } from '../errors/service-error.ts';
import { alterations, assertApplicable, fieldChange } from './changed-fields.ts';
import { assertEditable } from './editable.ts';
import { isStorable, storableMessage } from './storable-text.ts';

export const saveReportInput = z.object({
  id: reportIdSchema,
  /** The revision that the changes were made on. */
  revision: z.int().min(1),
  changes: z
    .array(changeSchema)
    .min(1)
    .max(1000)
    .refine(isStorable, { message: storableMessage }),
});

export type SaveReportInput = z.infer<typeof saveReportInput>;

export interface Saved {
  readonly revision: number;
  readonly savedAt: string;
}

/** Of the given changes, those of fields that somebody else has changed meanwhile. */
export function conflictsWith(report: Report, changes: readonly Change[], events: readonly AuditEvent[]): FieldConflict[] {
  const last = new Map(events.flatMap((event) => event.changes.map(({ field }) => [field, event])));
  return changes.flatMap((mine) => {
    const field = fieldOf(mine);
    const event = last.get(field);
    if (event === undefined) return [];
    return [{ field, mine, theirs: inverseOf(report, mine), by: event.actorName, at: event.at.toISOString() }];
  });
}

/**
 * Writes changes of single fields. Made on an older revision they still go in, as long as nobody has changed the same
 * fields to something else; otherwise nothing is written and `CONFLICT` names those fields with both values.
 */
export async function saveReport(context: PersonContext, input: SaveReportInput): Promise<Saved> {
  const { person, now } = context;
  return context.database.transaction(async (transaction) => {
    const report = await lockReport(transaction, input.id);
    if (report === null) throw new ServiceError('NOT_FOUND');
    assertEditable(report);
    if (input.revision > report.revision) throw new ServiceError('STALE_REVISION', { revision: report.revision });
    assertApplicable(report.content, input.changes);
    const altered = alterations(report.content, input.changes);
    if (input.revision < report.revision) {
      const events = await listEventsSince(transaction, report.id, input.revision);
      const conflicts = conflictsWith(report.content, altered, events);
      if (conflicts.length > 0) throw new ServiceError('CONFLICT', { conflicts, revision: report.revision });
    }
    if (altered.length === 0) return { revision: report.revision, savedAt: report.updatedAt.toISOString() };
    const content = applyChanges(report.content, altered);
    const revision = await updateReport(transaction, report.id, { content, updatedAt: now, updatedBy: person.id });
    await appendAuditEvent(transaction, {
      ...eventOf(context, report, 'report.save'),
      revision,
      changes: altered.map((change) => fieldChange(report.content, change)),
    });
    return { revision, savedAt: now.toISOString() };
  });
}

/** Who and about what, the same for every event of a report. */
export function eventOf({ person, now }: PersonContext, report: ReportRow, action: string) {
  return { action, at: now, actorId: person.id, actorName: person.name, agencyId: report.agencyId, reportId: report.id };
}
