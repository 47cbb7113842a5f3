import type { AttachedFile, CheckContext, DueDates, Explanation, MoveSubject, Severity } from '@nianbao/core';
import { digestOf, explanationOf, moveSubject, ruleSetVersion } from '@nianbao/core';
import type { AgencyRow, Database, ExplanationRow, ReportRow } from '@nianbao/database';
import { listExplanations, listPublicAttachments, publicationName } from '@nianbao/database';
import { z } from 'zod';
import { dueDatesOf } from './deadline.ts';
import type { KnownMembers } from './members-known.ts';
import { membersKnown } from './members-known.ts';
import type { KnownPeers } from './peers-known.ts';
import { peersKnown } from './peers-known.ts';
import type { PublishedReports } from './prior-reports.ts';
import { readPublished } from './prior-reports.ts';
import { profileOf } from './profile.ts';

function explanationFrom(row: ExplanationRow): Explanation {
  const { rule, instance, mark, text, writtenBy, writtenAt } = row;
  return { answers: { rule, instance, mark }, text, by: writtenBy, at: writtenAt.toISOString() };
}

interface Sources {
  readonly published: PublishedReports;
  readonly members: KnownMembers | undefined;
  readonly peers: KnownPeers;
  readonly dates: DueDates;
}

/** What is known of a report besides its content, for the check. */
async function checkContextOf(
  { agency, report: { year } }: Judged,
  { published, members, peers, dates }: Sources,
): Promise<Partial<CheckContext>> {
  const versions = published.versions.get(publicationName(agency.id, year)) ?? [];
  return {
    members: members?.members() ?? null,
    agency: profileOf(agency, year),
    prior: published.priorOf({ agencyId: agency.id, year })?.report ?? null,
    peers: await peers.peers(),
    publication: { deadline: dates.publishBy, attachments: [], versions },
  };
}

/** What a report is judged by, besides its own content. */
export interface Known {
  readonly explanations: readonly Explanation[];
  /** The files that go with it to the public. */
  readonly attachments: readonly AttachedFile[];
  /** Made when it is asked for: it takes longer than to learn its version. */
  readonly context: () => Promise<Partial<CheckContext>>;
  /** By when it is to be handed in and published. */
  readonly dates: DueDates;
  /** Differs whenever the judgement may: names the report's revision and everything else that it depends on. */
  readonly version: string;
}

function versionOf({ report, agency }: Judged, { published, members, peers, dates }: Sources): string {
  const { id, revision, year, agencyId } = report;
  const own = published.versions.get(publicationName(agencyId, year)) ?? [];
  const prior = published.priorOf({ agencyId, year })?.from ?? [];
  const digests = [own, prior].map((versions) => versions.map(({ digest }) => digest));
  const others = [members?.version, peers.version];
  const known = [ruleSetVersion, profileOf(agency, year), ...digests, ...others, dates.publishBy];
  return digestOf('nianbao judgement 1', [id, revision, ...known]);
}

export interface Judged {
  readonly report: ReportRow;
  readonly agency: AgencyRow;
}

/** Adds to reports what the database knows of them. */
export async function withKnown<T extends Judged>(
  database: Database,
  reports: readonly T[],
): Promise<(T & { readonly known: Known })[]> {
  const rows = reports.map(({ report }) => report);
  const ids = rows.map(({ id }) => id);
  const [explanations, attachments, published, members, peersOf, datesOf] = await Promise.all([
    listExplanations(database, ids),
    listPublicAttachments(database, ids),
    readPublished(database, rows),
    membersKnown(database, reports),
    peersKnown(database, ids),
    dueDatesOf(database, reports),
  ]);
  return reports.map((judged) => {
    const dates = datesOf(judged);
    const { id } = judged.report;
    const sources = { published, members: members.get(id), peers: peersOf(id), dates };
    const known: Known = {
      explanations: explanations.filter(({ reportId }) => reportId === judged.report.id).map(explanationFrom),
      attachments: attachments.filter(({ reportId }) => reportId === judged.report.id),
      context: () => checkContextOf(judged, sources),
      dates,
      version: versionOf(judged, sources),
    };
    return { ...judged, known };
  });
}

export interface Judgement {
  /** The report as it would be judged for submission and publication. */
  readonly subject: MoveSubject;
  readonly context: Partial<CheckContext>;
  readonly dates: DueDates;
}

/** Judges a report with everything that the database knows of it. */
export async function judge(database: Database, report: ReportRow, agency: AgencyRow): Promise<Judgement> {
  const [judged] = await withKnown(database, [{ report, agency }]);
  if (judged === undefined) throw new Error('one report in, none out');
  const { known } = judged;
  const context = await known.context();
  return { subject: moveSubject({ ...known, report: report.content }, context), context, dates: known.dates };
}

export const findingCountsSchema = z.object({
  errors: z.int(),
  warnings: z.int(),
  /** Of the warnings, those that have an explanation. */
  explained: z.int(),
  notices: z.int(),
});

export type FindingCounts = Readonly<z.infer<typeof findingCountsSchema>>;

export function countFindings({ findings, report, explanations }: MoveSubject): FindingCounts {
  const of = (severity: Severity) => findings.filter((finding) => finding.severity === severity);
  const warnings = of('warning');
  return {
    errors: of('error').length,
    warnings: warnings.length,
    explained: warnings.filter((finding) => explanationOf(finding, report.facts, explanations) !== null).length,
    notices: of('notice').length,
  };
}
