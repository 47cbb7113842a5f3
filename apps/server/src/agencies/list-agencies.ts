import { beganIn, nameIn } from '@nianbao/core';
import { listSuccessionsOf } from '@nianbao/database';
import { z } from 'zod';
import { agenciesFor } from '../access/standing.ts';
import type { PersonContext } from '../api/request-context.ts';
import type { AgencyView } from './agency-view.ts';
import { agencyView, agencyViewSchema } from './agency-view.ts';

/** With a year: the agencies that report for it, under the names in force for it. */
export const listAgenciesInput = z.object({ year: z.int().optional() }).optional();
export const listAgenciesOutput = z.array(agencyViewSchema);

/** The agencies that a person has to do with, in the official order. */
export async function listAgencies(
  { database, person }: PersonContext,
  filter: z.infer<typeof listAgenciesInput>,
): Promise<AgencyView[]> {
  const rows = await agenciesFor(database, person, 'agency.read');
  const year = filter?.year;
  if (year === undefined) return rows.map(agencyView);
  const successions = await listSuccessionsOf(
    database,
    rows.map(({ id }) => id),
  );
  return rows
    .filter(({ id, endedAfter }) => year <= (endedAfter ?? year) && year >= (beganIn(id, successions) ?? year))
    .map((row) => ({ ...agencyView(row), name: nameIn(row, year) }));
}
