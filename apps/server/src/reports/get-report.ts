import type { Approval } from '@nianbao/core';
import { actions, answeredBy, approvalStands, availableMoves, chinaMinute, isAllowed } from '@nianbao/core';
import {
  agencyNames,
  countOpenThreads,
  findSchedule,
  listAttachments,
  listEvents,
  listExplanations,
  listVersions,
} from '@nianbao/database';
import { z } from 'zod';
import type { OpenedReport } from '../access/opened-report.ts';
import { reportIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import { attachmentOf } from '../attachments/attach-file.ts';
import { offeredDocuments } from '../downloads/offered-documents.ts';
import { versionHead } from '../published/published-version.ts';
import { carriedValue, carryOverOf } from './carried-over.ts';
import { isOverdue } from './deadline.ts';
import { historyOf } from './history.ts';
import { countFindings, judge } from './judgement.ts';
import { refusalBodies } from './move-report.ts';
import { othersPresent } from './presence.ts';
import { profileOf } from './profile.ts';

export const getReportInput = z.object({ id: reportIdSchema });

const longestHistory = 500;

/** A report with everything that a person needs to work on it. */
export async function getReport(context: PersonContext & { readonly opened: OpenedReport }) {
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
    /** Under the name that the report is filed under. */
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
    /** What was taken from last year's published report, and what of it no longer equals what is public now. */
    carryOver: {
      from: carryOver.carriedFrom,
      inForce: carryOver.inForce,
      outdated: carryOver.outdated.map(({ field, carried, published, current, taken }) => ({
        field,
        carried: carriedValue(carried),
        published: carriedValue(published),
        current: carriedValue(current),
        /** Whether `reports.takeCarryOver` sets it. */
        taken,
      })),
    },
    /** As for publication; a draft's own form checks with the milder stage. */
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
      /** False when the figures have changed since it was written. */
      stands: marks.has(mark),
    })),
    approval: lifecycle.approval === null ? null : given(lifecycle.approval),
    /** By governments further up, from the bottom up. */
    acceptances: lifecycle.acceptances.map(given),
    /** When it is to be published, as a minute in China. */
    schedule: schedule === null ? null : { at: chinaMinute(schedule.at.toISOString()), by: schedule.byName },
    attachments: attachments.map(attachmentOf),
    /** Conversations that nobody has resolved; of these, those that ask for something to be done. */
    openComments: open,
    /** Who else has it open for editing. */
    present,
    /** 更正说明 of the correction that is under way. */
    correctionNote: lifecycle.correctionNote,
    publications: versions.map(versionHead),
    history: historyOf(events),
    moves: availableMoves(lifecycle, { actor, lineage, at: now.toISOString(), subject })
      .filter(({ move }) => move !== 'edit')
      .map(({ refusals, ...option }) => ({ ...option, refusals: refusalBodies(refusals) })),
    /** Kinds of document that the report can be had as, at `/api/reports/ID/document.FORMAT`. */
    documents: offeredDocuments.map(({ id, name }) => ({ id, name })),
    permissions: actions.filter((action) => isAllowed(action, grants)),
  };
}
