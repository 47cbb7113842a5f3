import { listReports as queryReports } from '@nianbao/database';
import type { ReportWithAgency } from '@nianbao/database';
import type { Severity } from '@nianbao/core';
import { z } from 'zod';
import { agenciesFor } from '../access/standing.ts';
import type { PersonContext } from '../api/request-context.ts';
import { checkWithContext } from './check-context.ts';

export const listReportsInput = z.object({
  year: z.int().optional(),
  state: z.string().max(20).optional(),
  search: z.string().trim().min(1).max(100).optional(),
});

export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
  /** Warnings that have an explanation. */
  readonly explained: number;
  readonly notices: number;
}

async function countFindings(context: PersonContext, { report, agency }: ReportWithAgency): Promise<FindingCounts> {
  const { findings } = await checkWithContext(
    context.database,
    { agency, year: report.year, report: report.content },
    'draft',
  );
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), explained: 0, notices: count('notice') };
}

/** The reports of the agencies that a person may see, with what the check says of each now. */
export async function listReports(context: PersonContext, filter: z.infer<typeof listReportsInput>) {
  const agencies = await agenciesFor(context.database, context.person, 'report.view');
  const rows = await queryReports(context.database, { ...filter, agencies: agencies.map(({ id }) => id) });
  return Promise.all(
    rows.map(async (row) => ({
      id: row.report.id,
      agencyId: row.agency.id,
      agencyName: row.agency.name,
      agencyKind: row.agency.kind,
      year: row.report.year,
      format: row.report.format,
      state: row.report.state,
      revision: row.report.revision,
      updatedAt: row.report.updatedAt.toISOString(),
      updatedBy: row.updatedByName,
      counts: await countFindings(context, row),
      due: null as string | null,
      overdue: false,
    })),
  );
}
