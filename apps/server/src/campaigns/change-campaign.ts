import { campaignSettingsSchema } from '@nianbao/core';
import { appendAuditEvent, lockCampaign, updateCampaign } from '@nianbao/database';
import { z } from 'zod';
import type { CampaignContext } from '../access/opened-campaign.ts';
import { eventBy } from '../api/event-by.ts';
import { campaignIdSchema } from '../api/ids.ts';
import { ServiceError } from '../errors/service-error.ts';

export const changeCampaignInput = z.object({
  campaignId: campaignIdSchema,
  /** The revision that the person looked at. */
  revision: z.int().min(1),
  deadlines: campaignSettingsSchema.shape.deadlines.optional(),
  note: campaignSettingsSchema.shape.note.optional(),
  /** Closed: nobody is reminded any more. */
  closed: z.boolean().optional(),
});

export const changeCampaignOutput = z.object({ revision: z.int() });

/** Changes the dates or the note of a campaign, closes it or opens it again. */
export async function changeCampaign(
  context: CampaignContext,
  { revision, closed, ...wanted }: z.infer<typeof changeCampaignInput>,
): Promise<z.infer<typeof changeCampaignOutput>> {
  return context.database.transaction(async (transaction) => {
    const campaign = await lockCampaign(transaction, context.campaign.id);
    if (campaign === null) throw new ServiceError('NOT_FOUND');
    if (campaign.revision !== revision) throw new ServiceError('STALE_REVISION', { revision: campaign.revision });
    const { deadlines = campaign.deadlines, note = campaign.note } = wanted;
    const { year } = campaign;
    const settings = campaignSettingsSchema.safeParse({ year, deadlines, note });
    if (!settings.success) throw ServiceError.badInput(settings.error);
    const closedAt = closed === undefined ? campaign.closedAt : closed ? (campaign.closedAt ?? context.now) : null;
    const after = { deadlines, note, closedAt };
    const before = { deadlines: campaign.deadlines, note: campaign.note, closedAt: campaign.closedAt };
    await appendAuditEvent(transaction, {
      ...eventBy(context, 'campaign.change'),
      ...{ agencyId: campaign.agencyId, subject: `campaign:${campaign.id}` },
      changes: (['deadlines', 'note', 'closedAt'] as const)
        .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
        .map((field) => ({ field, before: before[field], after: after[field] })),
    });
    return { revision: await updateCampaign(transaction, campaign.id, after) };
  });
}
