import type { AgencyProfile, CheckContext, CheckResult, Report } from '@nianbao/core';
import { checkReport } from '@nianbao/core';
import { findPublishedContent } from '@nianbao/database';
import type { AgencyRow, Database } from '@nianbao/database';

/** What the rules need to know of an agency. */
export function profileOf(agency: AgencyRow): AgencyProfile {
  const { name, kind, level, mayMakeRegulations, powers } = agency;
  return { name, kind, level, mayMakeRegulations, powers };
}

export interface CheckedReport extends CheckResult {
  /** The same agency's published report of the year before. */
  readonly prior: Report | null;
}

/** Checks a report with everything that the database knows of its agency. */
export async function checkWithContext(
  database: Database,
  subject: { readonly agency: AgencyRow; readonly year: number; readonly report: Report },
  stage: CheckContext['stage'],
): Promise<CheckedReport> {
  const { agency, year, report } = subject;
  const prior = await findPublishedContent(database, { agencyId: agency.id, year: year - 1 });
  return { ...checkReport(report, { stage, agency: profileOf(agency), prior }), prior };
}
