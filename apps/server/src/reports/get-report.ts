import type { Approval } from '@nianbao/core';
import {
  actions,
  agencyProfileSchema,
  answeredBy,
  approvalStands,
  availableMoves,
  chinaMinute,
  isAllowed,
  moveNames,
  reportStates,
} from '@nianbao/core';
import {
  agencyNames,
  countOpenThreads,
  findSchedule,
  listAttachments,
  listEvents,
  listExplanations,
  listVersions,
} from '@nianbao/database';
import { documentFormatIds } from '@nianbao/documents';
import { z } from 'zod';
import type { OpenedReport } from '../access/opened-report.ts';
import { reportIdSchema } from '../api/ids.ts';
import { passedFinding, passedReport } from '../api/passed-through.ts';
import type { PersonContext } from '../api/request-context.ts';
import { textSchema } from '../api/text-schema.ts';
import { attachmentOf, attachmentSchema } from '../attachments/attach-file.ts';
import { offeredDocuments } from '../downloads/offered-documents.ts';
import { publicVersionSchema, versionHead } from '../published/published-version.ts';
import { carriedFromSchema, carriedValue, carriedValueSchema, carryOverOf } from './carried-over.ts';
import { isOverdue } from './deadline.ts';
import { historyEntrySchema, historyOf } from './history.ts';
import { countFindings, findingCountsSchema, judge } from './judgement.ts';
import { refusalBodies } from './move-report.ts';
import { othersPresent, presentSchema } from './presence.ts';
import { profileOf } from './profile.ts';

export const getReportInput = z.object({ id: reportIdSchema });

const longestHistory = 500;

const day = z.iso.date();
const instant = z.iso.datetime();

/** An approval, or the acceptance of one. */
const approvalShape = z.object({
  at: z.iso.datetime({ offset: true }),
  level: z.object({ id: z.string(), name: z.string().nullable() }),
  digest: z.string(),
  /** False when the report has changed since. */
  stands: z.boolean(),
});

const refusalSchema = z.object({ code: z.string(), zh: z.string(), en: z.string() });

export const getReportOutput = z.object({
  id: z.uuid(),
  /** Under the name that the report is filed under. */
  agency: z.object({ id: z.uuid(), name: z.string(), profile: agencyProfileSchema }),
  year: z.int(),
  state: z.enum(reportStates),
  revision: z.int(),
  updatedAt: instant,
  updatedBy: z.string().nullable(),
  submitBy: day,
  due: day,
  statutory: day,
  overdue: z.boolean(),
  report: passedReport,
  /** What is public of last year. */
  prior: passedReport.nullable(),
  /** What was taken from last year's published report, and what of it no longer equals what is public now. */
  carryOver: z.object({
    from: z.array(carriedFromSchema).readonly(),
    inForce: z.array(carriedFromSchema).readonly(),
    outdated: z.array(
      z.object({
        field: z.string(),
        carried: carriedValueSchema,
        published: carriedValueSchema,
        current: carriedValueSchema,
        /** Whether `reports.takeCarryOver` sets it. */
        taken: z.boolean(),
      }),
    ),
  }),
  /** As for publication; a draft's own form checks with the milder stage. */
  findings: z.array(passedFinding).readonly(),
  counts: findingCountsSchema,
  ruleSetVersion: z.string(),
  explanations: z.array(
    z.object({
      rule: z.string(),
      instance: z.string().nullable(),
      mark: z.string(),
      text: z.string(),
      by: z.string(),
      at: instant,
      /** False when the figures have changed since it was written. */
      stands: z.boolean(),
    }),
  ),
  approval: approvalShape.nullable(),
  /** By governments further up, from the bottom up. */
  acceptances: z.array(approvalShape),
  /** When it is to be published, as a minute in China. */
  schedule: z.object({ at: z.string(), by: z.string() }).nullable(),
  attachments: z.array(attachmentSchema),
  /** Conversations that nobody has resolved; of these, those that ask for something to be done. */
  openComments: z.object({ comments: z.int(), followUps: z.int() }),
  /** Who else has it open for editing. */
  present: z.array(presentSchema),
  /** 更正说明 of the correction that is under way. */
  correctionNote: z.string().nullable(),
  publications: z.array(publicVersionSchema),
  history: z.array(historyEntrySchema),
  moves: z.array(
    z.object({
      move: z.enum(moveNames),
      allowed: z.boolean(),
      needsReason: z.boolean(),
      refusals: z.array(refusalSchema),
    }),
  ),
  /** Kinds of document that the report can be had as, at `/api/reports/ID/document.FORMAT`. */
  documents: z.array(z.object({ id: z.enum(documentFormatIds), name: textSchema })),
  permissions: z.array(z.enum(actions)),
});

/** A report with everything that a person needs to work on it. */
export async function getReport(
  context: PersonContext & { readonly opened: OpenedReport },
): Promise<z.infer<typeof getReportOutput>> {
  const { database, person, now, opened } = context;
  const { report, agency, grants, lineage, updatedByName } = opened;
  const { subject, context: known, dates } = await judge(database, report, agency);
  const [explanations, versions, events, levels, schedule, attachments, open, present, carryOver] = await Promise.all([
    listExplanations(database, [report.id]),
    listVersions(database, agency.id, report.year),
    listEvents(database, report.id, longestHistory),
    agencyNames(database, lineage),
    findSchedule(database, report.id),
    listAttachments(database, report.id),
    countOpenThreads(database, report.id),
    othersPresent(context),
    carryOverOf(database, report),
  ]);
  const marks = new Set(subject.findings.map((finding) => answeredBy(finding, report.content.facts).mark));
  const actor = { id: person.id, grants };
  const { lifecycle } = report;
  const { submitBy, publishBy: due, statutory } = dates;
  const given = (approval: Approval) => ({
    at: approval.at,
    level: { id: approval.level, name: levels.get(approval.level) ?? null },
    digest: approval.digest,
    stands: approvalStands(approval, subject),
  });
  return {
    id: report.id,
    agency: { id: agency.id, name: report.content.agency ?? agency.name, profile: profileOf(agency, report.year) },
    year: report.year,
    state: report.state,
    revision: report.revision,
    updatedAt: report.updatedAt.toISOString(),
    updatedBy: updatedByName,
    submitBy,
    due,
    statutory,
    overdue: isOverdue(report, due, now),
    report: report.content,
    prior: known.prior ?? null,
    carryOver: {
      from: carryOver.carriedFrom,
      inForce: carryOver.inForce,
      outdated: carryOver.outdated.map(({ field, carried, published, current, taken }) => ({
        field,
        carried: carriedValue(carried),
        published: carriedValue(published),
        current: carriedValue(current),
        taken,
      })),
    },
    findings: subject.findings,
    counts: countFindings(subject),
    ruleSetVersion: subject.ruleSetVersion,
    explanations: explanations.map(({ rule, instance, mark, text, writtenByName, writtenAt }) => ({
      rule,
      instance,
      mark,
      text,
      by: writtenByName,
      at: writtenAt.toISOString(),
      stands: marks.has(mark),
    })),
    approval: lifecycle.approval === null ? null : given(lifecycle.approval),
    acceptances: lifecycle.acceptances.map(given),
    schedule: schedule === null ? null : { at: chinaMinute(schedule.at.toISOString()), by: schedule.byName },
    attachments: attachments.map(attachmentOf),
    openComments: open,
    present,
    correctionNote: lifecycle.correctionNote,
    publications: versions.map(versionHead),
    history: historyOf(events),
    moves: availableMoves(lifecycle, { actor, lineage, at: now.toISOString(), subject })
      .filter(({ move }) => move !== 'edit')
      .map(({ refusals, ...option }) => ({ ...option, refusals: refusalBodies(refusals) })),
    documents: offeredDocuments.map(({ id, name }) => ({ id, name })),
    permissions: actions.filter((action) => isAllowed(action, grants)),
  };
}
