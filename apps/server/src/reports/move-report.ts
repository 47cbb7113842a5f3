import type { MoveEvent, MoveSubject, Refusal, Report } from '@nianbao/core';
import { applyMove, canonicalJson, chinaDate, moveNames, refusalText } from '@nianbao/core';
import type { Database, PublicationRecord, ReportRow } from '@nianbao/database';
import {
  appendAuditEvent,
  findPublication,
  insertPublication,
  lockReport,
  publicationField,
  publicationRecord,
  updateReport,
} from '@nianbao/database';
import { z } from 'zod';
import type { OpenedReport } from '../access/opened-report.ts';
import { reportIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { sendIndexing } from '../indexing/send-indexing.ts';
import { tellWebhooks } from '../webhooks/tell-webhooks.ts';
import { judge } from './judgement.ts';
import { reportEvent } from './report-event.ts';
import { isStorable, storableMessage } from './storable-text.ts';

export const moveReportInput = z.object({
  id: reportIdSchema,
  /** The revision that the person looked at: nothing else is submitted, approved or published. */
  revision: z.int().min(1),
  move: z.enum(moveNames).exclude(['edit']),
  reason: z.string().trim().min(1).max(2000).refine(isStorable, { message: storableMessage }).nullish(),
});

type ReportContext = PersonContext & { readonly opened: OpenedReport };

export function refusalBodies(refusals: readonly Refusal[]) {
  return refusals.map((refusal) => ({ code: refusal.code, ...refusalText(refusal) }));
}

/** Makes a move of the lifecycle: submit, return, approve, publish, correct and the ways back. Core decides whether it may be. */
export async function moveReport(
  context: ReportContext,
  { revision: seen, move, reason = null }: z.infer<typeof moveReportInput>,
) {
  const { database, person, now, opened } = context;
  return database.transaction(async (transaction) => {
    const report = await lockReport(transaction, opened.report.id);
    if (report === null) throw new ServiceError('NOT_FOUND');
    const { subject } = await judge(transaction, report, opened.agency);
    const actor = { id: person.id, grants: opened.grants };
    const result = applyMove(report.lifecycle, { move, actor, at: now.toISOString(), reason, subject });
    if (!result.ok) {
      const forbidden = result.refusals.some(({ code }) => code === 'not-allowed');
      throw new ServiceError(forbidden ? 'NOT_ALLOWED' : 'MOVE_REFUSED', { refusals: refusalBodies(result.refusals) });
    }
    if (seen !== report.revision) throw new ServiceError('STALE_REVISION', { revision: report.revision });
    const { lifecycle, event } = result;
    const content = await contentAfter(transaction, report, event);
    const revision = await updateReport(transaction, report.id, {
      content,
      lifecycle,
      updatedAt: now,
      updatedBy: person.id,
      firstSubmittedAt: report.firstSubmittedAt ?? (move === 'submit' ? now : null),
    });
    const published = await publish(context, transaction, { report: { ...report, content }, event, subject });
    const changes = [
      { field: 'state', before: event.from, after: event.to },
      ...restored(report.content, content),
      ...(published === null ? [] : [{ field: publicationField, before: null, after: published }]),
    ];
    await appendAuditEvent(transaction, {
      ...reportEvent(context, report, `report.${move}`),
      ...{ revision, reason: event.reason, changes },
    });
    await sendIndexing(context, transaction, { reportId: report.id, soon: true });
    return { revision, state: lifecycle.state };
  });
}

/**
 * The content after a move: dated when it becomes public, without a date again while a correction is prepared, and that
 * of the public version when the correction is given up.
 */
async function contentAfter(transaction: Database, report: ReportRow, event: MoveEvent): Promise<Report> {
  if (event.publication !== null) return { ...report.content, publishedOn: chinaDate(event.at) };
  if (event.move === 'correct') return { ...report.content, publishedOn: null };
  if (event.move !== 'abandonCorrection') return report.content;
  const published = await findPublication(transaction, { agencyId: report.agencyId, year: report.year });
  return published?.content ?? report.content;
}

/** Giving a correction up changes the whole content at once; the record keeps what was given up. */
function restored(before: Report, after: Report) {
  const dated = { ...before, publishedOn: after.publishedOn };
  return canonicalJson(dated) === canonicalJson(after) ? [] : [{ field: 'content', before, after }];
}

interface Outcome {
  readonly report: ReportRow;
  readonly event: MoveEvent;
  readonly subject: MoveSubject;
}

/** Keeps the version that a move made public, as it is now and for good; gives what the event has to say of it. */
async function publish(
  context: ReportContext,
  transaction: Database,
  { report, event, subject }: Outcome,
): Promise<PublicationRecord | null> {
  const { person, now } = context;
  if (event.publication === null) return null;
  const { version, digest, note, approval } = event.publication;
  const row = {
    ...{ reportId: report.id, agencyId: report.agencyId, year: report.year, version, digest, note, approval },
    content: report.content,
    findings: subject.findings,
    explanations: subject.explanations.map(({ answers: { rule, instance }, text }) => ({ rule, instance, text })),
    ruleSetVersion: subject.ruleSetVersion,
    publishedAt: now,
    publishedBy: person.id,
    publishedByName: person.name,
  };
  await insertPublication(transaction, row);
  await tellWebhooks(transaction, context, row);
  return publicationRecord(row);
}
