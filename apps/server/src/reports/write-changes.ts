import type { Change, Report } from '@nianbao/core';
import { applyChanges, fieldOf, haveSameWords, inverseOf, keepReport } from '@nianbao/core';
import type { AuditEvent, CarriedFrom, Database, NextRevision, ReportRow, SourceFile } from '@nianbao/database';
import { listEventsSince, lockReport, writeRevision } from '@nianbao/database';
import { z } from 'zod';
import type { OpenedReport } from '../access/opened-report.ts';
import type { PersonContext } from '../api/request-context.ts';
import type { FieldConflict } from '../errors/service-error.ts';
import { ServiceError } from '../errors/service-error.ts';
import { isIndexingSent, rememberIndexing, sendIndexing } from '../indexing/send-indexing.ts';
import { carriedFromChange } from './carried-over.ts';
import { alterations, assertApplicable, fieldChange } from './changed-fields.ts';
import { editedLifecycle, isUnaccepted } from './edited-lifecycle.ts';
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

type WritingContext = PersonContext & { readonly opened: OpenedReport };

/** The revision that a change set makes of a report; null when it alters nothing. */
async function nextRevision(
  context: WritingContext,
  report: ReportRow,
  { revision: madeOn, changes, action, file = null, ...given }: ChangeSet,
): Promise<NextRevision | null> {
  const { database, person, now } = context;
  if (madeOn > report.revision) throw new ServiceError('STALE_REVISION', { revision: report.revision });
  assertApplicable(report.content, changes);
  const altered = alterations(report.content, changes);
  const carriedFrom = given.carriedFrom ?? report.carriedFrom;
  const recarried = carriedFromChange(report.carriedFrom, carriedFrom);
  if (altered.length + recarried.length === 0) return null;
  const lifecycle = await editedLifecycle(context, database, report);
  if (madeOn < report.revision) {
    const conflicts = conflictsWith(report.content, altered, await listEventsSince(database, report.id, madeOn));
    if (conflicts.length > 0) throw new ServiceError('CONFLICT', { conflicts, revision: report.revision });
  }
  const event = {
    ...{ ...reportEvent(context, report, action), revision: report.revision + 1, file },
    changes: [...altered.map((change) => fieldChange(report.content, change)), ...recarried],
  };
  const edited = applyChanges(report.content, altered);
  const { content, figures } = keepReport(edited);
  const words = haveSameWords(report.content, edited) ? null : content;
  return {
    before: report,
    after: { words, figures, lifecycle, carriedFrom, updatedAt: now, updatedBy: person.id },
    event,
  };
}

export const unchanged = ({ revision, updatedAt }: Pick<ReportRow, 'revision' | 'updatedAt'>): Written => ({
  revision,
  savedAt: updatedAt.toISOString(),
});
export const writtenAs = ({ before, after }: NextRevision): Written => ({
  revision: before.revision + 1,
  savedAt: after.updatedAt.toISOString(),
});

/** Whether changes were made on the revision that was just read, of a report that is judged by itself alone. */
export const isPlain = (
  report: Pick<ReportRow, 'id' | 'revision' | 'lifecycle'>,
  { revision }: Pick<ChangeSet, 'revision'>,
  now: Date,
): boolean => revision === report.revision && isUnaccepted(report.lifecycle) && isIndexingSent(report.id, now);

/**
 * Writes in one statement, without a lock, what was made on the revision that was just read: what nearly every save is.
 * Null for what needs more than the report itself to be judged, and where somebody else was faster.
 */
async function writeAtOnce(context: WritingContext, given: ChangeSet): Promise<Written | null> {
  const { database, now, opened } = context;
  const { report } = opened;
  if (!isPlain(report, given, now)) return null;
  const next = await nextRevision(context, report, given);
  if (next === null) return unchanged(report);
  return (await writeRevision(database, next)) ? writtenAs(next) : null;
}

/** Writes with the report locked, so that nothing that it is judged by changes before the transaction ends. */
async function writeLocked(transaction: Database, context: WritingContext, given: ChangeSet) {
  const report = await lockReport(transaction, context.opened.report.id);
  if (report === null) throw new ServiceError('NOT_FOUND');
  const next = await nextRevision({ ...context, database: transaction }, report, given);
  if (next === null) return { written: unchanged(report), isAltered: false };
  if (!(await writeRevision(transaction, next))) throw new Error(`the locked report ${report.id} has gone on`);
  await sendIndexing(context, transaction, { reportId: report.id });
  return { written: writtenAs(next), isAltered: true };
}

/**
 * Writes changes of single fields of a report. Made on an older revision they still go in, as long as nobody has changed
 * the same fields to something else; otherwise nothing is written, and `CONFLICT` names those fields with both values.
 */
export async function writeChanges(context: WritingContext, given: ChangeSet): Promise<Written> {
  const atOnce = await writeAtOnce(context, given);
  if (atOnce !== null) return atOnce;
  const { database, opened, now } = context;
  const { written, isAltered } = await database.transaction((transaction) => writeLocked(transaction, context, given));
  if (isAltered) rememberIndexing(opened.report.id, now);
  return written;
}

/** The same as a part of a transaction, which may still come to nothing. */
export async function writeChangesWithin(
  transaction: Database,
  context: WritingContext,
  given: ChangeSet,
): Promise<Written> {
  return (await writeLocked(transaction, context, given)).written;
}
