import type { DueDates } from '@nianbao/core';
import { chinaDate, deadlinesOf, defaultRegionSettings, dueDates } from '@nianbao/core';
import type { AgencyRow, Database, ReportRow } from '@nianbao/database';
import { findDue } from '@nianbao/database';
import { profileOf } from './profile.ts';

interface Dated {
  readonly agency: AgencyRow;
  readonly report: Pick<ReportRow, 'agencyId' | 'year'>;
}

/** The dates of reports: those of the campaign that lists them, or else those of the law. */
export async function dueDatesOf(database: Database, reports: readonly Dated[]): Promise<(dated: Dated) => DueDates> {
  const years = [...new Set(reports.map(({ report }) => report.year))];
  const agencies = [...new Set(reports.map(({ agency }) => agency.id))];
  const rows = await findDue(database, agencies, years);
  const listed = new Map(rows.map((row) => [`${row.due.agencyId}/${row.due.year}`, row]));
  return ({ agency, report }) => {
    const profile = profileOf(agency, report.year);
    const row = listed.get(`${agency.id}/${report.year}`);
    if (row !== undefined) return dueDates(row.campaign, profile, row.due.extendedTo);
    const { regional, statutory } = deadlinesOf(report.year, profile, defaultRegionSettings);
    return { submitBy: regional, publishBy: regional, statutory };
  };
}

/** Whether a report that has never been public is past its day. */
export function isOverdue(report: Pick<ReportRow, 'lifecycle'>, due: string, now: Date): boolean {
  return report.lifecycle.publicVersion === 0 && chinaDate(now.toISOString()) > due;
}
