import { chinaDate, deadlinesOf, defaultRegionSettings } from '@nianbao/core';
import type { AgencyRow, ReportRow } from '@nianbao/database';
import { profileOf } from './judgement.ts';

/** The last day for publishing a report, as an ISO date. */
export function dueOn(agency: AgencyRow, year: number): string {
  return deadlinesOf(year, profileOf(agency, year), defaultRegionSettings).regional;
}

/** Whether a report that has never been public is past its day. */
export function isOverdue(report: Pick<ReportRow, 'lifecycle'>, due: string, now: Date): boolean {
  return report.lifecycle.publicVersion === 0 && chinaDate(now.toISOString()) > due;
}
