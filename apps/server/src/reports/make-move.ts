import type { MoveEvent, MoveName, MoveSubject, Refusal, Report, ReportState } from '@nianbao/core';
import { applyMove, canonicalJson, chinaDate } from '@nianbao/core';
import type { Database, FieldChange, PublicationRecord, ReportRow } from '@nianbao/database';
import {
  appendAuditEvent,
  deleteSchedule,
  findPublication,
  insertPublication,
  listPublicAttachments,
  publicationField,
  publicationRecord,
  replacePublicAttachments,
  updateReport,
} from '@nianbao/database';
import type { OpenedReport } from '../access/opened-report.ts';
import type { PersonContext } from '../api/request-context.ts';
import { sendIndexing } from '../indexing/send-indexing.ts';
import { tellWebhooks } from '../webhooks/tell-webhooks.ts';
import { judge } from './judgement.ts';
import { reportEvent } from './report-event.ts';
import { tellReturned } from './tell-returned.ts';

export type ReportContext = PersonContext & { readonly opened: OpenedReport };

export interface WantedMove {
  /** As the transaction has locked it. */
  readonly report: ReportRow;
  readonly move: Exclude<MoveName, 'edit'>;
  readonly reason: string | null;
  /** Refuses a move that core would allow; asked with what the move is judged by. */
  readonly refuse?: (subject: MoveSubject) => readonly Refusal[];
}

export type MadeMove =
  | { readonly ok: true; readonly revision: number; readonly state: ReportState }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Makes a move of the lifecycle on a report, with all that follows from it. */
export async function makeMove(
  context: ReportContext,
  transaction: Database,
  { report, move, reason, refuse = () => [] }: WantedMove,
): Promise<MadeMove> {
  const { person, now, opened } = context;
  const { subject } = await judge(transaction, report, opened.agency);
  const { grants, lineage } = opened;
  const request = { move, actor: { id: person.id, grants }, lineage, at: now.toISOString(), reason, subject };
  const result = applyMove(report.lifecycle, request);
  const refusals = result.ok ? refuse(subject) : result.refusals;
  if (!result.ok || refusals.length > 0) return { ok: false, refusals };
  const { lifecycle, event } = result;
  const content = await contentAfter(transaction, report, event);
  const firstSubmittedAt = report.firstSubmittedAt ?? (move === 'submit' ? now : null);
  const changed = { content, lifecycle, updatedAt: now, updatedBy: person.id, firstSubmittedAt };
  const revision = await updateReport(transaction, report.id, changed);
  const published = await publish(context, transaction, { report: { ...report, content }, event, subject });
  const changes = [
    ...lifecycleChanges(report, { ...report, lifecycle }),
    ...restored(report.content, content),
    ...(published === null ? [] : [{ field: publicationField, before: null, after: published }]),
  ];
  await appendAuditEvent(transaction, {
    ...reportEvent(context, report, `report.${move}`),
    ...{ revision, reason: event.reason, changes },
  });
  if (move === 'return') await tellReturned(context, transaction, { report, revision, reason: event.reason });
  await sendIndexing(context, transaction, { reportId: report.id, soon: true });
  return { ok: true, revision, state: lifecycle.state };
}

/** What the record says of a move: the state, and every approval or acceptance that came or went. */
function lifecycleChanges({ lifecycle: before }: ReportRow, { lifecycle: after }: ReportRow): FieldChange[] {
  const changes: FieldChange[] = [
    { field: 'state', before: before.state, after: after.state },
    { field: 'approval', before: before.approval, after: after.approval },
    { field: 'acceptances', before: before.acceptances, after: after.acceptances },
  ];
  return changes.filter(
    (change) => change.field === 'state' || canonicalJson(change.before) !== canonicalJson(change.after),
  );
}

/**
 * The content after a move: dated when it becomes public, without a date again while a correction is prepared, and that
 * of the public version when the correction is given up, with the files that are public with it.
 */
async function contentAfter(transaction: Database, report: ReportRow, event: MoveEvent): Promise<Report> {
  if (event.publication !== null) return { ...report.content, publishedOn: chinaDate(event.at) };
  if (event.move === 'correct') return { ...report.content, publishedOn: null };
  if (event.move !== 'abandonCorrection') return report.content;
  const published = await findPublication(transaction, { agencyId: report.agencyId, year: report.year });
  if (published === null) return report.content;
  const { publishedAt: uploadedAt, publishedBy: uploadedBy, publishedByName: uploadedByName } = published;
  const kept = { reportId: report.id, isPublic: true, uploadedAt, uploadedBy, uploadedByName };
  const files = published.attachments.map((file) => ({ ...file, ...kept }));
  await replacePublicAttachments(transaction, report.id, files);
  return published.content;
}

/** Giving a correction up changes the whole content at once; the record keeps what was given up. */
function restored(before: Report, after: Report): FieldChange[] {
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
  const { version, digest, note, approval, acceptances } = event.publication;
  const files = await listPublicAttachments(transaction, [report.id]);
  const row = {
    ...{ reportId: report.id, agencyId: report.agencyId, year: report.year, version, digest, note },
    ...{ approval, acceptances, content: report.content, findings: subject.findings },
    explanations: subject.explanations.map(({ answers: { rule, instance }, text }) => ({ rule, instance, text })),
    attachments: files.map(({ name, mediaType, size, digest: file }) => ({ name, mediaType, size, digest: file })),
    ruleSetVersion: subject.ruleSetVersion,
    publishedAt: now,
    publishedBy: person.id,
    publishedByName: person.name,
  };
  await insertPublication(transaction, row);
  await deleteSchedule(transaction, report.id);
  await tellWebhooks(transaction, context, row);
  return publicationRecord(row);
}
