import { agencyKinds, formatIds, reportStates } from '@nianbao/core';
import { listReports as queryReports } from '@nianbao/database';
import { z } from 'zod';
import { agenciesFor } from '../access/standing.ts';
import type { PersonContext } from '../api/request-context.ts';
import { isOverdue } from './deadline.ts';
import { findingCountsSchema, withKnown } from './judgement.ts';
import { withCounts } from './remembered-counts.ts';

export const listReportsInput = z.object({
  year: z.int().optional(),
  state: z.enum(reportStates).optional(),
  search: z.string().trim().min(1).max(100).optional(),
});

export const listReportsOutput = z.array(
  z.object({
    id: z.uuid(),
    agencyId: z.uuid(),
    /** The name that the report is filed under. */
    agencyName: z.string(),
    agencyKind: z.enum(agencyKinds).nullable(),
    year: z.int(),
    format: z.enum(formatIds).nullable(),
    state: z.enum(reportStates),
    revision: z.int(),
    updatedAt: z.iso.datetime(),
    updatedBy: z.string().nullable(),
    counts: findingCountsSchema,
    /** Days: for the submission, and for the publication. */
    submitBy: z.iso.date(),
    due: z.iso.date(),
    overdue: z.boolean(),
  }),
);

/** The reports of the agencies that a person may see, with what the check says of each now. */
export async function listReports(
  context: PersonContext,
  filter: z.infer<typeof listReportsInput>,
): Promise<z.infer<typeof listReportsOutput>> {
  const { database, person, now } = context;
  const agencies = await agenciesFor(database, person, 'report.read');
  const rows = await queryReports(database, { ...filter, agencies: agencies.map(({ id }) => id) });
  const counted = await withCounts(await withKnown(database, rows));
  return counted.map(({ report, agency, updatedByName, counts, known }) => {
    const { submitBy, publishBy: due } = known.dates;
    return {
      id: report.id,
      agencyId: agency.id,
      agencyName: report.content.agency ?? agency.name,
      agencyKind: agency.kind,
      year: report.year,
      format: report.format,
      state: report.state,
      revision: report.revision,
      updatedAt: report.updatedAt.toISOString(),
      updatedBy: updatedByName,
      counts,
      submitBy,
      due,
      overdue: isOverdue(report, due, now),
    };
  });
}
