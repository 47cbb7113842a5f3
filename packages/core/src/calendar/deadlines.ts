import type { AgencyKind, AgencyProfile } from '../agencies/agency.ts';
import { isGovernmentOffice } from '../agencies/agency-name.ts';
import type { RegionSettings } from '../rules/region-settings.ts';

/** The days that a report of a year covers; ISO dates. */
export function reportingPeriod(year: number): { readonly from: string; readonly to: string } {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** By when a report is due: ISO dates in the year after the report year. */
export interface Deadlines {
  /** The outer bound in law (条例 art. 49). */
  readonly statutory: string;
  /** The region's own, never later than the law's. */
  readonly regional: string;
}

const statutory = { departments: '01-31', governments: '03-31' } as const;

/**
 * Which of the two dates is meant, in law and by the region. Art. 49 names departments (31 January) and governments (31
 * March). Townships and 街道 file with the county's departments by practice, which binds by the region's date only. The
 * office of a government may report for it; a body whose kind is not known gets the later date.
 */
const datesOf: Readonly<Record<AgencyKind, { law: keyof typeof statutory; region: keyof typeof statutory }>> = {
  government: { law: 'governments', region: 'governments' },
  department: { law: 'departments', region: 'departments' },
  township: { law: 'governments', region: 'departments' },
  subdistrict: { law: 'governments', region: 'departments' },
  verticalBody: { law: 'departments', region: 'departments' },
  internalBody: { law: 'departments', region: 'departments' },
  coordinatingBody: { law: 'departments', region: 'departments' },
  empoweredOrganisation: { law: 'departments', region: 'departments' },
};

/** The deadlines of one body's report of a year. */
export function deadlinesOf(
  year: number,
  agency: AgencyProfile | null,
  settings: Pick<RegionSettings, 'deadlines'>,
): Deadlines {
  const kind = agency === null || isGovernmentOffice(agency.name) ? null : agency.kind;
  const { law, region } = datesOf[kind ?? 'government'];
  const latest = `${year + 1}-${statutory[law]}`;
  const regional = `${year + 1}-${settings.deadlines[region]}`;
  return { statutory: latest, regional: regional < latest ? regional : latest };
}

const day = 24 * 60 * 60 * 1000;

/** Days from one ISO date to another; negative where the second lies before the first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / day);
}
