import { campaignSettingsSchema } from '@nianbao/core';
import type { CampaignRow } from '@nianbao/database';
import { listCampaigns as queryCampaigns } from '@nianbao/database';
import { z } from 'zod';
import { agenciesFor } from '../access/standing.ts';
import { agencyIdSchema, campaignIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';

export const campaignHeadSchema = z.object({
  id: campaignIdSchema,
  /** The government at the top. */
  agencyId: agencyIdSchema,
  agencyName: z.string(),
  year: z.int(),
  deadlines: campaignSettingsSchema.shape.deadlines,
  note: z.string().nullable(),
  closed: z.boolean(),
  revision: z.int(),
});

export const listCampaignsOutput = z.array(campaignHeadSchema);

export function headOf(campaign: CampaignRow, agencyName: string): z.infer<typeof campaignHeadSchema> {
  const { id, agencyId, year, deadlines, note, closedAt, revision } = campaign;
  return {
    ...{ id: campaignIdSchema.parse(id), agencyId: agencyIdSchema.parse(agencyId), agencyName },
    ...{ year, deadlines, note, closed: closedAt !== null, revision },
  };
}

/** The campaigns of the governments that a person has to do with, newest year first. */
export async function listCampaigns({ database, person }: PersonContext) {
  const agencies = await agenciesFor(database, person, 'campaign.read');
  const rows = await queryCampaigns(
    database,
    agencies.map(({ id }) => id),
  );
  return rows.map(({ campaign, agencyName }) => headOf(campaign, agencyName));
}
