import type { AgencyProfile, CheckContext, Explanation, MoveSubject, Severity } from '@nianbao/core';
import { explanationOf, moveSubject, profileFromName } from '@nianbao/core';
import type { AgencyRow, Database, ExplanationRow, PublishedBefore, ReportRow } from '@nianbao/database';
import { listExplanations, mapPublished, publicationName } from '@nianbao/database';

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

function explanationFrom(row: ExplanationRow): Explanation {
  const { rule, instance, mark, text, writtenBy, writtenAt } = row;
  return { answers: { rule, instance, mark }, text, by: writtenBy, at: writtenAt.toISOString() };
}

/** What is known of a report besides its content, for the check. */
function checkContextOf(agency: AgencyRow, year: number, published: PublishedBefore): Partial<CheckContext> {
  const versions = published.versions.get(publicationName(agency.id, year)) ?? [];
  return {
    agency: profileOf(agency),
    prior: published.contents.get(publicationName(agency.id, year - 1)) ?? null,
    publication: { deadline: null, attachments: [], versions },
  };
}

export interface Judgement {
  /** The report as it would be judged for submission and publication. */
  readonly subject: MoveSubject;
  readonly context: Partial<CheckContext>;
}

/** Judges reports with everything that the database knows of them; the answers are in the order of the reports. */
export async function judgeAll(
  database: Database,
  reports: readonly { readonly report: ReportRow; readonly agency: AgencyRow }[],
): Promise<Judgement[]> {
  const years = new Set(reports.flatMap(({ report: { year } }) => [year, year - 1]));
  const [explanations, published] = await Promise.all([
    listExplanations(
      database,
      reports.map(({ report }) => report.id),
    ),
    mapPublished(
      database,
      reports.map(({ agency }) => agency.id),
      [...years],
    ),
  ]);
  return reports.map(({ report, agency }) => {
    const answers = explanations.filter(({ reportId }) => reportId === report.id).map(explanationFrom);
    const context = checkContextOf(agency, report.year, published);
    return { subject: moveSubject(report.content, answers, context), context };
  });
}

/** Judges one report. */
export async function judge(database: Database, report: ReportRow, agency: AgencyRow): Promise<Judgement> {
  const [judgement] = await judgeAll(database, [{ report, agency }]);
  if (judgement === undefined) throw new Error('one report, no judgement');
  return judgement;
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
