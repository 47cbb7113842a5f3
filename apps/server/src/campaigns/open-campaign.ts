import { campaignSettingsSchema, isDueByKind } from '@nianbao/core';
import type { AgencyRow, Database } from '@nianbao/database';
import { appendAuditEvent, insertCampaign, listAgenciesBelow, listAsDue, listDueReports } from '@nianbao/database';
import { z } from 'zod';
import { eventBy } from '../api/event-by.ts';
import { agencyIdSchema, campaignIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { profileOf } from '../reports/profile.ts';

export const openCampaignInput = z.object({ agencyId: agencyIdSchema, settings: campaignSettingsSchema });

export const openCampaignOutput = z.object({
  id: campaignIdSchema,
  /** Agencies that are due, and those on the list that are not. */
  due: z.int(),
  notDue: z.int(),
});

/**
 * The agencies that a new list takes: all below the government but those on the list of a government further down, which
 * has opened the year for itself. A government's own report stays on the list of the one above, which sets its dates.
 */
async function toBeListed(transaction: Database, top: AgencyRow, year: number) {
  const agencies = await listAgenciesBelow(transaction, [top.id], year);
  const ids = agencies.map(({ id }) => id);
  const below = new Set(ids.filter((id) => id !== top.id));
  const listed = await listDueReports(transaction, ids, year);
  const kept = new Set(
    listed
      .filter(({ agency, campaign }) =>
        agency.id === top.id ? campaign.agencyId !== top.id : below.has(campaign.agencyId),
      )
      .map(({ agency }) => agency.id),
  );
  return agencies
    .filter(({ id }) => !kept.has(id))
    .map((agency) => ({ agencyId: agency.id, due: isDueByKind(profileOf(agency, year)) }));
}

/** Opens a report year for a government and all below it, with everybody due who reports by law. */
export async function openCampaign(
  context: PersonContext & { readonly agency: AgencyRow },
  { settings }: z.infer<typeof openCampaignInput>,
): Promise<z.infer<typeof openCampaignOutput>> {
  const { agency, person, now } = context;
  const { year, deadlines, note } = settings;
  return context.database.transaction(async (transaction) => {
    const opened = { openedAt: now, openedBy: person.id, openedByName: person.name };
    const campaign = await insertCampaign(transaction, { agencyId: agency.id, year, deadlines, note, ...opened });
    if (campaign === null) throw new ServiceError('CAMPAIGN_EXISTS');
    const listed = await toBeListed(transaction, agency, year);
    await listAsDue(transaction, { campaignId: campaign.id, year }, listed);
    const due = listed.filter((one) => one.due).length;
    await appendAuditEvent(transaction, {
      ...eventBy(context, 'campaign.open'),
      ...{ agencyId: agency.id, subject: `campaign:${campaign.id}` },
      changes: [
        { field: 'settings', before: null, after: settings },
        { field: 'due', before: null, after: due },
      ],
    });
    return { id: campaignIdSchema.parse(campaign.id), due, notDue: listed.length - due };
  });
}
