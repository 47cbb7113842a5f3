import type { AuditAction } from '@nianbao/core';
import { chinaDate, isDueByKind } from '@nianbao/core';
import type { DueChanges } from '@nianbao/database';
import { appendAuditEvent, findAgency, findDue, listAsDue, listLineage, updateDue } from '@nianbao/database';
import { z } from 'zod';
import type { CampaignContext } from '../access/opened-campaign.ts';
import { eventBy } from '../api/event-by.ts';
import { agencyIdSchema, campaignIdSchema } from '../api/ids.ts';
import { ServiceError } from '../errors/service-error.ts';
import { profileOf } from '../reports/profile.ts';

const one = { campaignId: campaignIdSchema, agencyId: agencyIdSchema };
const reason = z.string().trim().min(1).max(1000);

export const setDueInput = z.object({ ...one, due: z.boolean(), reason });

/** `until` null takes an extension back. */
export const extendInput = z.object({ ...one, until: z.iso.date().nullable(), reason });

export const dueAgencyOutput = z.object({
  agencyId: agencyIdSchema,
  due: z.boolean(),
  reason: z.string().nullable(),
  extendedTo: z.iso.date().nullable(),
  extensionReason: z.string().nullable(),
});

/**
 * An agency that was founded after the campaign was opened comes onto its list when somebody first speaks of it. One on
 * the list of a government further up stays there: nobody gives their own government more time than was set for it.
 */
async function listIfBelow(context: CampaignContext, agencyId: string): Promise<void> {
  const { database, campaign } = context;
  const agency = await findAgency(database, agencyId);
  const lineage = await listLineage(database, agencyId);
  if (agency === null || !lineage.includes(campaign.agencyId)) throw new ServiceError('NOT_FOUND');
  const [listing] = await findDue(database, [agencyId], [campaign.year]);
  const above = lineage.slice(lineage.indexOf(campaign.agencyId) + 1);
  if (listing !== undefined && above.includes(listing.campaign.agencyId)) throw new ServiceError('NOT_ALLOWED');
  const listed = { agencyId, due: isDueByKind(profileOf(agency, campaign.year)) };
  await listAsDue(database, { campaignId: campaign.id, year: campaign.year }, [listed]);
}

async function change(
  context: CampaignContext,
  agencyId: z.infer<typeof agencyIdSchema>,
  { action, reason: why, changes }: { action: AuditAction; reason: string; changes: DueChanges },
): Promise<z.infer<typeof dueAgencyOutput>> {
  const { campaign } = context;
  return context.database.transaction(async (transaction) => {
    const key = { campaignId: campaign.id, year: campaign.year, agencyId };
    let changed = await updateDue(transaction, key, changes);
    if (changed === null) {
      await listIfBelow({ ...context, database: transaction }, agencyId);
      changed = await updateDue(transaction, key, changes);
    }
    if (changed === null) throw new ServiceError('NOT_FOUND');
    const { before, after } = changed;
    await appendAuditEvent(transaction, {
      ...eventBy(context, action),
      ...{ agencyId, subject: `campaign:${campaign.id}`, reason: why },
      changes: (['due', 'extendedTo'] as const)
        .filter((field) => before[field] !== after[field])
        .map((field) => ({ field, before: before[field], after: after[field] })),
    });
    const { due, reason: told, extendedTo, extensionReason } = after;
    return { agencyId, due, reason: told, extendedTo, extensionReason };
  });
}

/** Says that an agency owes a report in this campaign, or does not, and why. */
export function setDue(context: CampaignContext, { agencyId, due, reason: why }: z.infer<typeof setDueInput>) {
  return change(context, agencyId, { action: 'campaign.setDue', reason: why, changes: { due, reason: why } });
}

/** Gives one agency a later day, with the reason; the date in law stays what it is. */
export function extend(context: CampaignContext, { agencyId, until, reason: why }: z.infer<typeof extendInput>) {
  if (until !== null && until < chinaDate(context.now.toISOString())) throw new ServiceError('EXTENSION_IN_PAST');
  const changes = { extendedTo: until, extensionReason: until === null ? null : why };
  return change(context, agencyId, { action: 'campaign.extend', reason: why, changes });
}
