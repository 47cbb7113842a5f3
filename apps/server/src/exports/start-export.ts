import { appendAuditEvent, figureBases, insertExport, listUnfinishedExports, lockCampaign } from '@nianbao/database';
import { documentFormatIds } from '@nianbao/documents';
import { z } from 'zod';
import type { CampaignContext } from '../access/opened-campaign.ts';
import { eventBy } from '../api/event-by.ts';
import { campaignIdSchema } from '../api/ids.ts';
import { ServiceError } from '../errors/service-error.ts';
import { jobKinds } from '../jobs/job-kinds.ts';
import type { ExportView } from './export-view.ts';
import { exportView } from './export-view.ts';

/** Exports of one campaign that may be under way at a time. */
const mostAtOnce = 3;

export const startExportInput = z.object({
  campaignId: campaignIdSchema,
  /** The kinds of document to be written of each report. */
  formats: z.array(z.enum(documentFormatIds)).min(1).max(documentFormatIds.length),
  /** Versions in force in public, or approved reports where there are such. */
  which: z.enum(figureBases).default('published'),
});

/**
 * Has the documents of all reports of a campaign written into one file, outside the request; whoever asks is told when it
 * is ready. Asked for twice while it is under way, it is one and the same.
 */
export async function startExport(
  context: CampaignContext,
  { formats: wanted, which }: z.infer<typeof startExportInput>,
): Promise<ExportView> {
  const { database, jobs, campaign, person, now } = context;
  const formats = documentFormatIds.filter((format) => wanted.includes(format));
  return database.transaction(async (transaction) => {
    await lockCampaign(transaction, campaign.id);
    const underWay = await listUnfinishedExports(transaction, campaign.id);
    const same = underWay.find((other) => other.basis === which && other.formats.join() === formats.join());
    if (same !== undefined) return exportView(same);
    if (underWay.length >= mostAtOnce) throw new ServiceError('EXPORTS_UNDER_WAY');
    const requested = { requestedAt: now, requestedBy: person.id, requestedByName: person.name };
    const row = await insertExport(transaction, { campaignId: campaign.id, formats, basis: which, ...requested });
    await jobs.send(transaction, { kind: jobKinds.writeExport, data: { exportId: row.id }, key: row.id });
    await appendAuditEvent(transaction, {
      ...eventBy(context, 'export.start'),
      ...{ agencyId: campaign.agencyId, subject: `campaign:${campaign.id}` },
      changes: [{ field: 'export', before: null, after: { id: row.id, formats, which } }],
    });
    return exportView(row);
  });
}
