import type { DueReport } from '@nianbao/core';
import { chinaDate, dueDates, nameIn } from '@nianbao/core';
import type { DueReportWithState } from '@nianbao/database';
import { profileOf } from '../reports/profile.ts';

const day = (at: Date | null) => (at === null ? null : chinaDate(at.toISOString()));

/** A row of a campaign's list as core counts it. */
export function asDueReport(row: DueReportWithState): DueReport {
  const { due, campaign, agency, state, firstSubmittedAt, firstPublishedAt } = row;
  return {
    agencyId: agency.id,
    name: nameIn(agency, due.year),
    dates: dueDates(campaign, profileOf(agency, due.year), due.extendedTo),
    state,
    submittedOn: day(firstSubmittedAt),
    publishedOn: day(firstPublishedAt),
  };
}
