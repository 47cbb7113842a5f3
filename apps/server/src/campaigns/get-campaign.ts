import { chinaDate, completenessByNode, progressOf, timelinessOf } from '@nianbao/core';
import { findAgency, listAgenciesBelow, listDueReports, listUnlisted } from '@nianbao/database';
import { z } from 'zod';
import type { CampaignContext } from '../access/opened-campaign.ts';
import { agencyIdSchema, campaignIdSchema, reportIdSchema } from '../api/ids.ts';
import { asDueReport } from './due-reports.ts';
import { campaignHeadSchema, headOf } from './list-campaigns.ts';

export const getCampaignInput = z.object({ campaignId: campaignIdSchema });

const progress = z.enum(['notStarted', 'draft', 'returned', 'submitted', 'approved', 'published']);
const timeliness = z.enum(['onTime', 'late', 'open', 'overdue']);

const completenessSchema = z.object({
  /** Reports that are due here and below, 件. */
  due: z.int(),
  progress: z.record(progress, z.int()),
  submission: z.record(timeliness, z.int()),
  publication: z.record(timeliness, z.int()),
  /** Who has not published, by name. */
  missing: z.array(z.object({ agencyId: agencyIdSchema, name: z.string(), progress, overdue: z.boolean() })).readonly(),
});

export const getCampaignOutput = z.object({
  ...campaignHeadSchema.shape,
  openedAt: z.iso.datetime(),
  openedBy: z.string(),
  /** Completeness and timeliness at every node with something due at it or below, parents before children. */
  nodes: z.array(
    z.object({
      agencyId: agencyIdSchema,
      parentId: agencyIdSchema.nullable(),
      name: z.string(),
      completeness: completenessSchema,
    }),
  ),
  /** The list: everybody who is due or expressly not, in the official order. */
  list: z.array(
    z.object({
      agencyId: agencyIdSchema,
      name: z.string(),
      due: z.boolean(),
      reason: z.string().nullable(),
      submitBy: z.iso.date(),
      publishBy: z.iso.date(),
      extendedTo: z.iso.date().nullable(),
      extensionReason: z.string().nullable(),
      reportId: reportIdSchema.nullable(),
      progress,
      submission: timeliness,
      publication: timeliness,
    }),
  ),
  /** Agencies below that report for the year and are on no list of it: founded after it was opened. */
  unlisted: z.array(z.object({ agencyId: agencyIdSchema, name: z.string() })),
});

/** How a campaign stands today, at every node of its tree. Lists of governments below that opened the year themselves count too. */
export async function getCampaign(context: CampaignContext): Promise<z.infer<typeof getCampaignOutput>> {
  const { database, campaign, now } = context;
  const today = chinaDate(now.toISOString());
  const agencies = await listAgenciesBelow(database, [campaign.agencyId]);
  const ids = agencies.map(({ id }) => id);
  const rows = await listDueReports(database, ids, campaign.year);
  const top = await findAgency(database, campaign.agencyId);
  const due = rows.filter((row) => row.due.due).map(asDueReport);
  const nodes = agencies.map(({ id, parentId }) => ({ id, parent: id === campaign.agencyId ? null : parentId }));
  const counted = completenessByNode(nodes, due, today);
  const unlisted = new Set(await listUnlisted(database, ids, campaign.year));
  return {
    ...headOf(campaign, top?.name ?? ''),
    openedAt: campaign.openedAt.toISOString(),
    openedBy: campaign.openedByName,
    nodes: agencies.flatMap(({ id, parentId, name }) => {
      const completeness = counted.get(id);
      if (completeness === undefined || completeness.due === 0) return [];
      const parent = id === campaign.agencyId || parentId === null ? null : agencyIdSchema.parse(parentId);
      const missing = completeness.missing.map((one) => ({ ...one, agencyId: agencyIdSchema.parse(one.agencyId) }));
      return [
        { agencyId: agencyIdSchema.parse(id), parentId: parent, name, completeness: { ...completeness, missing } },
      ];
    }),
    list: rows.map((row) => {
      const report = asDueReport(row);
      const { submitBy, publishBy } = report.dates;
      return {
        agencyId: agencyIdSchema.parse(report.agencyId),
        name: report.name,
        due: row.due.due,
        reason: row.due.reason,
        ...{ submitBy, publishBy, extendedTo: row.due.extendedTo, extensionReason: row.due.extensionReason },
        reportId: row.reportId === null ? null : reportIdSchema.parse(row.reportId),
        progress: progressOf(report),
        submission: timelinessOf(submitBy, report.submittedOn ?? report.publishedOn, today),
        publication: timelinessOf(publishBy, report.publishedOn, today),
      };
    }),
    unlisted: agencies
      .filter(({ id }) => unlisted.has(id))
      .map(({ id, name }) => ({ agencyId: agencyIdSchema.parse(id), name })),
  };
}
