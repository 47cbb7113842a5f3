import { chinaDate, defaultRegionSettings } from '@nianbao/core';
import type { AgencyRow, ReportRow } from '@nianbao/database';

/** The last day for publishing a report, as an ISO date: governments have until March, all others until January. */
export function dueOn(agency: Pick<AgencyRow, 'kind'>, year: number): string {
  const { governments, departments } = defaultRegionSettings.deadlines;
  return `${year + 1}-${agency.kind === 'government' ? governments : departments}`;
}

/** Whether a report that has never been public is past its day. */
export function isOverdue(report: Pick<ReportRow, 'lifecycle'>, due: string, now: Date): boolean {
  return report.lifecycle.publicVersion === 0 && chinaDate(now.toISOString()) > due;
}
