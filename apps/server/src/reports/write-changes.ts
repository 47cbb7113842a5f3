import type { Change, Report } from '@nianbao/core';
import { applyChanges, fieldOf, inverseOf } from '@nianbao/core';
import type { AuditEvent, CarriedFrom, SourceFile } from '@nianbao/database';
import { appendAuditEvent, listEventsSince, lockReport, updateReport } from '@nianbao/database';
import { z } from 'zod';
import type { OpenedToWrite } from '../access/opened-report.ts';
import type { PersonContext } from '../api/request-context.ts';
import type { FieldConflict } from '../errors/service-error.ts';
import { ServiceError } from '../errors/service-error.ts';
import { isIndexingSent, rememberIndexing, sendIndexing } from '../indexing/send-indexing.ts';
import { carriedFromChange } from './carried-over.ts';
import { alterations, assertApplicable, fieldChange } from './changed-fields.ts';
import { editedLifecycle } from './edited-lifecycle.ts';
import { reportEvent } from './report-event.ts';

export interface ChangeSet {
  /** The revision that the changes were made on. */
  readonly revision: number;
  readonly changes: readonly Change[];
  readonly action: 'report.save' | 'report.import' | 'report.carryOver' | 'report.rollUp';
  /** The file that the changes were taken from, where there is one. */
  readonly file?: SourceFile | null;
  /** The publications of last year that the changes were taken from. */
  readonly carriedFrom?: readonly CarriedFrom[];
}

/** The report's revision after it, and when that was written. */
export const writtenSchema = z.object({ revision: z.int(), savedAt: z.iso.datetime() });

export type Written = z.infer<typeof writtenSchema>;

/** Of the given changes, those of fields that somebody has changed meanwhile. */
function conflictsWith(report: Report, changes: readonly Change[], events: readonly AuditEvent[]): FieldConflict[] {
  const last = new Map(events.flatMap((event) => event.changes.map(({ field }) => [field, event])));
  return changes.flatMap((mine) => {
    const field = fieldOf(mine);
    const event = last.get(field);
    if (event === undefined) return [];
    return [{ field, mine, theirs: inverseOf(report, mine), by: event.actorName, at: event.at.toISOString() }];
  });
}

/**
 * Writes changes of single fields of a report. Made on an older revision they still go in, as long as nobody has changed
 * the same fields to something else; otherwise nothing is written, and `CONFLICT` names those fields with both values.
 */
export async function writeChanges(
  context: PersonContext & { readonly opened: OpenedToWrite },
  { revision: madeOn, changes, action, file = null, ...given }: ChangeSet,
): Promise<Written> {
  const { person, now, opened } = context;
  let isSent = false;
  const written = await context.database.transaction(async (transaction) => {
    const report = await lockReport(transaction, opened.report.id);
    if (report === null) throw new ServiceError('NOT_FOUND');
    if (madeOn > report.revision) throw new ServiceError('STALE_REVISION', { revision: report.revision });
    assertApplicable(report.content, changes);
    const altered = alterations(report.content, changes);
    const carriedFrom = given.carriedFrom ?? report.carriedFrom;
    const recarried = carriedFromChange(report.carriedFrom, carriedFrom);
    if (altered.length + recarried.length === 0)
      return { revision: report.revision, savedAt: report.updatedAt.toISOString() };
    const lifecycle = await editedLifecycle(context, transaction, report);
    if (madeOn < report.revision) {
      const conflicts = conflictsWith(report.content, altered, await listEventsSince(transaction, report.id, madeOn));
      if (conflicts.length > 0) throw new ServiceError('CONFLICT', { conflicts, revision: report.revision });
    }
    const content = applyChanges(report.content, altered);
    const changed = { content, lifecycle, carriedFrom, updatedAt: now, updatedBy: person.id };
    const revision = report.revision + 1;
    const event = {
      ...{ ...reportEvent(context, report, action), revision, file },
      changes: [...altered.map((change) => fieldChange(report.content, change)), ...recarried],
    };
    // Sent together: on the transaction's connection they run one after another, without waiting for each answer here.
    [isSent] = await Promise.all([
      isIndexingSent(report.id, now) ? false : sendIndexing(context, transaction, { reportId: report.id }),
      updateReport(transaction, report.id, changed),
      appendAuditEvent(transaction, event),
    ]);
    return { revision, savedAt: now.toISOString() };
  });
  if (isSent) rememberIndexing(opened.report.id, now);
  return written;
}
