import type { AgencyProfile, CheckContext, Explanation, MoveSubject, Report, Severity } from '@nianbao/core';
import { explanationOf, moveSubject, profileFromName } from '@nianbao/core';
import type { AgencyRow, Database, ExplanationRow, ReportRow } from '@nianbao/database';
import { findPublishedContent, listExplanations } from '@nianbao/database';

/** What the rules need to know of an agency: what is recorded, and where nothing is, what its name says. */
export function profileOf({ name, kind, level, mayMakeRegulations, powers }: AgencyRow): AgencyProfile {
  const told = profileFromName(name);
  return {
    name,
    kind: kind ?? told.kind,
    level: level ?? told.level,
    mayMakeRegulations: mayMakeRegulations ?? told.mayMakeRegulations,
    powers: powers ?? told.powers,
  };
}

export function explanationFrom(row: ExplanationRow): Explanation {
  const { rule, instance, mark, text, writtenBy, writtenAt } = row;
  return { answers: { rule, instance, mark }, text, by: writtenBy, at: writtenAt.toISOString() };
}

/** What is known of a report besides its content, for the check. */
export function checkContextOf(agency: AgencyRow, prior: Report | null): Partial<CheckContext> {
  return { agency: profileOf(agency), prior };
}

export interface Judgement {
  /** The report as it would be judged for submission and publication. */
  readonly subject: MoveSubject;
  /** The same agency's published report of the year before. */
  readonly prior: Report | null;
}

/** Checks a report with everything that the database knows of it. */
export async function judge(database: Database, report: ReportRow, agency: AgencyRow): Promise<Judgement> {
  const prior = await findPublishedContent(database, { agencyId: agency.id, year: report.year - 1 });
  const explanations = (await listExplanations(database, [report.id])).map(explanationFrom);
  return { subject: moveSubject(report.content, explanations, checkContextOf(agency, prior)), prior };
}

export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
  /** Of the warnings, those that have an explanation. */
  readonly explained: number;
  readonly notices: number;
}

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
