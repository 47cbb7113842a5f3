import type { Action } from '@nianbao/core';
import { isAllowed } from '@nianbao/core';
import type { AgencyRow, Database } from '@nianbao/database';
import { findAgency } from '@nianbao/database';
import { agencyIdSchema } from '../api/ids.ts';
import { ServiceError } from '../errors/service-error.ts';
import type { Person } from '../identity/person.ts';
import { grantsTowards } from './standing.ts';

/**
 * Finds an agency for something that a person wants to do with it. One that they may not see looks the same as one that
 * does not exist; one that may be seen but not acted on is refused as such.
 */
export async function openAgency(
  database: Database,
  reference: string,
  { person, action }: { readonly person: Person; readonly action: Action },
): Promise<AgencyRow> {
  const id = agencyIdSchema.safeParse(reference);
  const agency = id.success ? await findAgency(database, id.data) : null;
  if (agency === null) throw new ServiceError('NOT_FOUND');
  const grants = await grantsTowards(database, person, agency.id);
  if (!isAllowed('agency.read', grants)) throw new ServiceError('NOT_FOUND');
  if (!isAllowed(action, grants)) throw new ServiceError('NOT_ALLOWED');
  return agency;
}
