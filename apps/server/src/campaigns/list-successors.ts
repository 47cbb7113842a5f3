import { isDueByKind } from '@nianbao/core';
import type { CampaignRow, Database } from '@nianbao/database';
import {
  appendAuditEvent,
  findAgencies,
  listAsDue,
  listLineage,
  listUnlisted,
  openCampaignsOf,
} from '@nianbao/database';
import { eventBy } from '../api/event-by.ts';
import type { PersonContext } from '../api/request-context.ts';
import { profileOf } from '../reports/profile.ts';

/** Of each year, the campaign that is nearest above: an agency is on one list a year. */
function nearest(campaigns: readonly CampaignRow[], lineage: readonly string[]): CampaignRow[] {
  const byYear = new Map<number, CampaignRow>();
  const height = ({ agencyId }: CampaignRow) => lineage.indexOf(agencyId);
  for (const campaign of campaigns) {
    const known = byYear.get(campaign.year);
    if (known === undefined || height(campaign) < height(known)) byYear.set(campaign.year, campaign);
  }
  return [...byYear.values()];
}

/**
 * Puts bodies that take over the work of others onto the lists of the campaigns that are open for their years, as they
 * would have been on them had they been there before. Who is on a list of the year stays on it, and bodies that have ended
 * are counted on none.
 */
export async function listSuccessors(
  context: PersonContext,
  transaction: Database,
  { year, to }: { readonly year: number; readonly to: readonly string[] },
): Promise<void> {
  for (const agency of await findAgencies(transaction, to)) {
    const lineage = await listLineage(transaction, agency.id);
    for (const campaign of nearest(await openCampaignsOf(transaction, lineage, year), lineage)) {
      if ((await listUnlisted(transaction, [agency.id], campaign.year)).length === 0) continue;
      const due = isDueByKind(profileOf(agency, campaign.year));
      await listAsDue(transaction, { campaignId: campaign.id, year: campaign.year }, [{ agencyId: agency.id, due }]);
      await appendAuditEvent(transaction, {
        ...eventBy(context, 'campaign.setDue'),
        ...{ agencyId: agency.id, subject: `campaign:${campaign.id}` },
        changes: [{ field: 'due', before: null, after: due }],
      });
    }
  }
}
