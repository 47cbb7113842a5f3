import type { Report } from '@nianbao/core';
import { predecessorsOf, priorOf } from '@nianbao/core';
import type { CarriedFrom, Database, PublishedBefore } from '@nianbao/database';
import { listSuccessionsTo, mapPublished, publicationName } from '@nianbao/database';

export interface ReportOfYear {
  readonly agencyId: string;
  readonly year: number;
}

/** A published report of the year before that a report follows from, in its version in force. */
export interface PriorReport {
  /** As the next year is held against it: of several predecessors, their figures added up. */
  readonly report: Report;
  readonly from: readonly CarriedFrom[];
}

/** What several reports are held against. */
export interface PublishedReports extends PublishedBefore {
  /** Null where nothing is public to hold it against, through mergers and changes of body. */
  readonly priorOf: (report: ReportOfYear) => PriorReport | null;
}

/** Reads what is public of the given reports and of those of the year before, by the map of successions, at once. */
export async function readPublished(database: Database, reports: readonly ReportOfYear[]): Promise<PublishedReports> {
  const agencies = reports.map(({ agencyId }) => agencyId);
  const years = reports.map(({ year }) => year);
  const successions = await listSuccessionsTo(database, agencies, [...new Set(years)]);
  const involved = new Set([...agencies, ...successions.flatMap(({ from }) => from)]);
  const before = await mapPublished(database, [...involved], [...new Set(years.flatMap((year) => [year, year - 1]))]);
  const { contents, versions } = before;
  return {
    ...before,
    priorOf({ agencyId, year }) {
      const published = (agency: string, of: number) => contents.get(publicationName(agency, of)) ?? null;
      const report = priorOf(agencyId, { year, successions }, published);
      if (report === null) return null;
      const from = (predecessorsOf(agencyId, year, successions) ?? []).flatMap((predecessor) => {
        const newest = versions.get(publicationName(predecessor, year - 1))?.at(-1);
        return newest === undefined
          ? []
          : [{ agencyId: predecessor, year: year - 1, version: newest.version, digest: newest.digest }];
      });
      return { report, from };
    },
  };
}
