import type { ReportState } from '@nianbao/core';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { inPieces } from '../in-pieces.ts';
import { agency } from '../schema/agency.ts';
import { campaign } from '../schema/campaign.ts';
import { dueReport } from '../schema/due-report.ts';
import { publication } from '../schema/publication.ts';
import { report } from '../schema/report.ts';
import type { AgencyRow } from './agencies.ts';
import { reportsFor } from './agencies.ts';
import type { CampaignRow } from './campaigns.ts';

export type DueReportRow = typeof dueReport.$inferSelect;

export interface DueListing {
  readonly campaignId: string;
  readonly year: number;
}

/**
 * Puts agencies on a campaign's list, or takes them over from the list of a government further up. What somebody has
 * said about them by hand stays.
 */
export async function listAsDue(
  transaction: Database,
  { campaignId, year }: DueListing,
  agencies: readonly { readonly agencyId: string; readonly due: boolean }[],
): Promise<void> {
  for (const some of inPieces(agencies)) {
    const values = some.map(({ agencyId, due }) => ({ campaignId, year, agencyId, due }));
    await transaction
      .insert(dueReport)
      .values(values)
      .onConflictDoUpdate({ target: [dueReport.agencyId, dueReport.year], set: { campaignId } });
  }
}

export interface DueReportWithState {
  readonly due: DueReportRow;
  readonly campaign: CampaignRow;
  readonly agency: AgencyRow;
  readonly reportId: string | null;
  readonly state: ReportState | null;
  readonly firstSubmittedAt: Date | null;
  readonly firstPublishedAt: Date | null;
}

/** What is known of the reports of a year that the given agencies owe or do not owe, in the official order; of those that report for it. */
export async function listDueReports(
  database: Database,
  agencyIds: readonly string[],
  year: number,
): Promise<DueReportWithState[]> {
  if (agencyIds.length === 0) return [];
  const first = database
    .select({ reportId: publication.reportId, publishedAt: publication.publishedAt })
    .from(publication)
    .where(and(eq(publication.year, year), eq(publication.version, 1)))
    .as('first');
  return database
    .select({
      due: dueReport,
      campaign,
      agency,
      reportId: report.id,
      state: report.state,
      firstSubmittedAt: report.firstSubmittedAt,
      firstPublishedAt: first.publishedAt,
    })
    .from(dueReport)
    .innerJoin(campaign, eq(campaign.id, dueReport.campaignId))
    .innerJoin(agency, eq(agency.id, dueReport.agencyId))
    .leftJoin(report, and(eq(report.agencyId, dueReport.agencyId), eq(report.year, dueReport.year)))
    .leftJoin(first, eq(first.reportId, report.id))
    .where(and(eq(dueReport.year, year), inArray(dueReport.agencyId, [...agencyIds]), reportsFor(year)))
    .orderBy(agency.position, agency.name);
}

/** The rows of the given agencies for the given years, with their campaigns: for the dates of their reports. */
export async function findDue(
  database: Database,
  agencyIds: readonly string[],
  years: readonly number[],
): Promise<{ readonly due: DueReportRow; readonly campaign: CampaignRow }[]> {
  if (agencyIds.length === 0 || years.length === 0) return [];
  return database
    .select({ due: dueReport, campaign })
    .from(dueReport)
    .innerJoin(campaign, eq(campaign.id, dueReport.campaignId))
    .where(and(inArray(dueReport.agencyId, [...agencyIds]), inArray(dueReport.year, [...years])));
}

export interface DueKey extends DueListing {
  readonly agencyId: string;
}

export type DueChanges = Partial<Pick<DueReportRow, 'due' | 'reason' | 'extendedTo' | 'extensionReason'>>;

/** Writes what somebody says about one agency; gives the row before and after, or null when it is not on the list. */
export async function updateDue(
  transaction: Database,
  { campaignId, agencyId }: DueKey,
  changes: DueChanges,
): Promise<{ readonly before: DueReportRow; readonly after: DueReportRow } | null> {
  const key = and(eq(dueReport.campaignId, campaignId), eq(dueReport.agencyId, agencyId));
  const [before] = await transaction.select().from(dueReport).where(key).for('update');
  if (before === undefined) return null;
  const [after] = await transaction.update(dueReport).set(changes).where(key).returning();
  return after === undefined ? null : { before, after };
}

/** Agencies among the given ones that report for a year and are on no list of it. */
export async function listUnlisted(database: Database, agencyIds: readonly string[], year: number): Promise<string[]> {
  if (agencyIds.length === 0) return [];
  const rows = await database
    .select({ id: agency.id })
    .from(agency)
    .where(
      and(
        inArray(agency.id, [...agencyIds]),
        reportsFor(year),
        sql`not exists (select from ${dueReport} where ${dueReport.agencyId} = ${agency.id} and ${dueReport.year} = ${year})`,
      ),
    );
  return rows.map(({ id }) => id);
}
