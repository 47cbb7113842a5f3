import { actions, isAllowed } from '@nianbao/core';
import type { AgencyRow } from '@nianbao/database';
import { z } from 'zod';
import { grantsTowards } from '../access/standing.ts';
import type { PersonContext } from '../api/request-context.ts';
import { agencyView, agencyViewSchema } from './agency-view.ts';

export const getAgencyOutput = agencyViewSchema.extend({
  /** What the caller may do with it. */
  permissions: z.array(z.enum(actions)),
});

/** One agency as it is recorded. */
export async function getAgency({
  database,
  person,
  agency,
}: PersonContext & { readonly agency: AgencyRow }): Promise<z.infer<typeof getAgencyOutput>> {
  const grants = await grantsTowards(database, person, agency.id);
  return { ...agencyView(agency), permissions: actions.filter((action) => isAllowed(action, grants)) };
}
