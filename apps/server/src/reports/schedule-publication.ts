import { applyMove, approvalDigest, chinaMinute, instantOfChinaMinute } from '@nianbao/core';
import { appendAuditEvent, deleteSchedule, findSchedule, lockReport, writeSchedule } from '@nianbao/database';
import { z } from 'zod';
import { reportIdSchema } from '../api/ids.ts';
import { ServiceError } from '../errors/service-error.ts';
import { jobKinds } from '../jobs/job-kinds.ts';
import { judge } from './judgement.ts';
import type { ReportContext } from './make-move.ts';
import { refuseMove } from './move-report.ts';
import { reportEvent } from './report-event.ts';

/** Somebody who schedules further ahead has mistaken the year. */
const longestAhead = 366 * 24 * 60 * 60 * 1000;

export const schedulePublicationInput = z.object({
  id: reportIdSchema,
  /** The revision that the person looked at. */
  revision: z.int().min(1),
  /** A minute on a clock in China: `2026-01-31T09:00`. */
  at: z.string().transform((minute, context) => {
    const instant = instantOfChinaMinute(minute);
    if (instant !== null) return new Date(instant);
    const message = '请填写日期和时间，如 2026-01-31T09:00 / give day and time, such as 2026-01-31T09:00';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }),
});

export const schedulePublicationOutput = z.object({
  at: z.string(),
});

function assertAhead(at: Date, now: Date): void {
  const ahead = at.getTime() - now.getTime();
  if (ahead > 0 && ahead <= longestAhead) return;
  const message = '发布时间须在现在之后、一年之内 / the time has to be after now and within a year';
  throw new ServiceError('BAD_INPUT', { issues: [{ path: ['at'], message }] });
}

/**
 * Has a report published at a minute to come, in the place of an earlier schedule. What could not be published now could
 * not be scheduled either; whether it still can is asked again at the minute.
 */
export async function schedulePublication(
  context: ReportContext,
  { revision: seen, at }: z.infer<typeof schedulePublicationInput>,
): Promise<z.infer<typeof schedulePublicationOutput>> {
  const { database, jobs, person, now, opened } = context;
  assertAhead(at, now);
  return database.transaction(async (transaction) => {
    const report = await lockReport(transaction, opened.report.id);
    if (report === null) throw new ServiceError('NOT_FOUND');
    const { subject } = await judge(transaction, report, opened.agency);
    const { grants, lineage } = opened;
    const actor = { id: person.id, grants };
    const request = { move: 'publish', actor, lineage, at: at.toISOString(), reason: null, subject } as const;
    const result = applyMove(report.lifecycle, request);
    if (!result.ok) return refuseMove(result.refusals);
    if (seen !== report.revision) throw new ServiceError('STALE_REVISION', { revision: report.revision });
    const before = await findSchedule(transaction, report.id);
    const id = crypto.randomUUID();
    const schedule = { id, reportId: report.id, at, digest: approvalDigest(subject), scheduledAt: now };
    await writeSchedule(transaction, { ...schedule, scheduledBy: person.id });
    const data = { reportId: report.id, scheduleId: id };
    await jobs.send(transaction, { kind: jobKinds.publishScheduled, data, at, key: id });
    const minute = chinaMinute(at.toISOString());
    await appendAuditEvent(transaction, {
      ...reportEvent(context, report, 'report.schedule'),
      changes: [{ field: 'schedule', before: before && chinaMinute(before.at.toISOString()), after: minute }],
    });
    return { at: minute };
  });
}

export const cancelScheduleInput = z.object({ id: reportIdSchema });

export const cancelScheduleOutput = z.object({ cancelled: z.boolean() });

/** Has a report not published at the minute after all. Says whether there was anything to cancel. */
export async function cancelSchedule(context: ReportContext): Promise<z.infer<typeof cancelScheduleOutput>> {
  return context.database.transaction(async (transaction) => {
    const report = await lockReport(transaction, context.opened.report.id);
    if (report === null) throw new ServiceError('NOT_FOUND');
    const before = await findSchedule(transaction, report.id);
    if (before === null || !(await deleteSchedule(transaction, report.id))) return { cancelled: false };
    await appendAuditEvent(transaction, {
      ...reportEvent(context, report, 'report.unschedule'),
      changes: [{ field: 'schedule', before: chinaMinute(before.at.toISOString()), after: null }],
    });
    return { cancelled: true };
  });
}
