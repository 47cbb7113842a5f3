import type { Action } from '@nianbao/core';
import { isAllowed } from '@nianbao/core';
import type { CampaignRow, Database } from '@nianbao/database';
import { findCampaign } from '@nianbao/database';
import type { PersonContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import type { Person } from '../identity/person.ts';
import { grantsTowards } from './standing.ts';

/** The context of a use case about one campaign. */
export interface CampaignContext extends PersonContext {
  readonly campaign: CampaignRow;
}

/** Opens a campaign for something that a person wants to do with it; out of sight it looks as if it did not exist. */
export async function openedCampaign(
  database: Database,
  id: string,
  { person, action }: { readonly person: Person; readonly action: Action },
): Promise<CampaignRow> {
  const campaign = await findCampaign(database, id);
  if (campaign === null) throw new ServiceError('NOT_FOUND');
  const grants = await grantsTowards(database, person, campaign.agencyId);
  if (!isAllowed('campaign.read', grants)) throw new ServiceError('NOT_FOUND');
  if (!isAllowed(action, grants)) throw new ServiceError('NOT_ALLOWED');
  return campaign;
}
