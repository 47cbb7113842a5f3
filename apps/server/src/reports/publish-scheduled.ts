import type { MoveSubject, Refusal } from '@nianbao/core';
import { approvalDigest, refusalText } from '@nianbao/core';
import type { Database, ReportWithAgency } from '@nianbao/database';
import { appendAuditEvent, deleteSchedule, findReport, findSchedule, lockReport } from '@nianbao/database';
import { standingTowards } from '../access/standing.ts';
import type { PersonContext } from '../api/request-context.ts';
import { membershipsOf } from '../identity/person.ts';
import { notify } from '../notifications/notify.ts';
import type { ReportContext } from './make-move.ts';
import { makeMove } from './make-move.ts';
import { reportEvent } from './report-event.ts';

export interface ScheduledJob {
  readonly reportId: string;
  readonly scheduleId: string;
}

export interface JobMoment {
  readonly jobs: PersonContext['jobs'];
  readonly jobId: string;
  /** By the clock of this process. */
  readonly now: Date;
}

/** What is published is what was scheduled: another content needs another decision, even where it is approved by now. */
function scheduledContent(digest: string): (subject: MoveSubject) => readonly Refusal[] {
  return (subject) => (approvalDigest(subject) === digest ? [] : [{ code: 'schedule-void', values: {} }]);
}

/** As whom the report is published: whoever decided it, with the roles that they have now. */
async function decidedBy(
  transaction: Database,
  found: ReportWithAgency,
  person: { readonly id: string; readonly name: string },
) {
  const whole = { ...person, username: '', memberships: await membershipsOf(transaction, person.id) };
  const opened = { ...found, ...(await standingTowards(transaction, whole, found.agency.id)) };
  return { person: whole, opened };
}

/**
 * Publishes a report at its minute, unless its schedule was cancelled or replaced. Where it cannot be published it stays
 * as it is, and whoever scheduled it is told why. In one transaction with the end of the job.
 */
export async function publishScheduled(
  transaction: Database,
  { reportId, scheduleId }: ScheduledJob,
  { jobs, jobId, now: clock }: JobMoment,
): Promise<void> {
  const report = await lockReport(transaction, reportId);
  const schedule = report && (await findSchedule(transaction, reportId));
  const found = schedule && (await findReport(transaction, reportId));
  if (!report || !schedule || !found || schedule.id !== scheduleId) return;
  const { scheduledBy, byName, digest, at } = schedule;
  // The queue keeps the minute by the clock of the database, which this one may be behind.
  const now = clock < at ? at : clock;
  const decided = await decidedBy(transaction, found, { id: scheduledBy, name: byName });
  const context: ReportContext = {
    ...{ ...decided, database: transaction, jobs, now },
    ...{ requestId: `job:${jobId}`, door: 'system', address: null },
  };
  const refuse = scheduledContent(digest);
  const made = await makeMove(context, transaction, { report, move: 'publish', reason: null, refuse });
  const values = { agency: found.agency.name, year: report.year };
  const notice = { userId: scheduledBy, link: `/admin/reports/${report.id}`, key: `schedule:${schedule.id}` };
  if (made.ok) {
    await notify(transaction, [{ ...notice, kind: 'schedule.published', values }], now);
    return;
  }
  await deleteSchedule(transaction, report.id);
  const reasons = made.refusals.map(refusalText);
  await appendAuditEvent(transaction, {
    ...reportEvent(context, report, 'report.scheduleFailed'),
    reason: reasons.map(({ zh }) => zh).join(' '),
  });
  const why = { reasons: reasons.map(({ zh }) => zh).join(''), reasonsEn: reasons.map(({ en }) => en).join(' ') };
  await notify(transaction, [{ ...notice, kind: 'schedule.refused', values: { ...values, ...why } }], now);
}
