import { z } from 'zod';
import type { AgencyKind, AgencyProfile } from '../agencies/agency.ts';
import { deadlinesOf } from '../calendar/deadlines.ts';
import { defaultRegionSettings } from '../rules/region-settings.ts';

const isoDate = z.iso.date();

/** By when reports are handed in for review, and by when they are public; ISO dates. */
const pairSchema = z.strictObject({ submitBy: isoDate, publishBy: isoDate });

/** Latest days of the law (条例 art. 49), as month and day of the year after the report year. */
const statutory = { departments: '01-31', governments: '03-31' } as const;

/**
 * 填报任务: what is set for one report year below one government. `departments` holds for all bodies but governments and
 * their offices, as the region's dates do.
 */
export const campaignSettingsSchema = z
  .strictObject({
    year: z.int().min(2019).max(2100),
    deadlines: z.strictObject({ departments: pairSchema, governments: pairSchema }),
    note: z.string().trim().max(2000).nullable(),
  })
  .superRefine(({ year, deadlines }, context) => {
    for (const group of ['departments', 'governments'] as const) {
      const { submitBy, publishBy } = deadlines[group];
      const refuse = (name: 'submitBy' | 'publishBy', message: string) =>
        context.addIssue({ code: 'custom', path: ['deadlines', group, name], message });
      const last = `${year + 1}-${statutory[group]}`;
      if (submitBy <= `${year}-12-31`) refuse('submitBy', `报告年度结束之后才能提交 / after ${year}-12-31`);
      if (submitBy > publishBy) refuse('submitBy', `不能晚于公布期限${publishBy} / not after ${publishBy}`);
      if (publishBy > last) refuse('publishBy', `不能晚于法定期限${last} / not after ${last}, the date in law`);
    }
  });
export type CampaignSettings = z.infer<typeof campaignSettingsSchema>;

/** What a campaign starts from: the dates in law, and ten days before them for handing in. */
export function usualDeadlines(year: number): CampaignSettings['deadlines'] {
  return {
    departments: { submitBy: `${year + 1}-01-21`, publishBy: `${year + 1}-${statutory.departments}` },
    governments: { submitBy: `${year + 1}-03-20`, publishBy: `${year + 1}-${statutory.governments}` },
  };
}

/** The dates of one report: an extension moves both, and the law's date stays what it is. */
export interface DueDates {
  readonly submitBy: string;
  readonly publishBy: string;
  readonly statutory: string;
}

const later = (one: string, other: string | null) => (other !== null && other > one ? other : one);

/** The dates of a body's report in a campaign; `extendedTo` is an ISO date or null. */
export function dueDates(
  { year, deadlines }: Pick<CampaignSettings, 'year' | 'deadlines'>,
  agency: AgencyProfile,
  extendedTo: string | null,
): DueDates {
  const dates = deadlinesOf(year, agency, defaultRegionSettings);
  const group = dates.regional.endsWith(statutory.governments) ? 'governments' : 'departments';
  const { submitBy, publishBy } = deadlines[group];
  return {
    submitBy: later(submitBy, extendedTo),
    publishBy: later(publishBy, extendedTo),
    statutory: dates.statutory,
  };
}

/** Bodies that act through the organ they belong to and make no report of their own, and those that report upwards. */
const notDue: ReadonlySet<AgencyKind> = new Set(['internalBody', 'coordinatingBody', 'verticalBody']);

/** Whether a body is due where nobody has said otherwise: every organ of art. 49 and 54. */
export function isDueByKind({ kind }: Pick<AgencyProfile, 'kind'>): boolean {
  return kind === null || !notDue.has(kind);
}
