import { emptyReport, formatForYear } from '@nianbao/core';
import type { AgencyRow } from '@nianbao/database';
import { appendAuditEvent, insertReport, listReports } from '@nianbao/database';
import { z } from 'zod';
import { agencyIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { reportEvent } from './report-event.ts';

export const createReportInput = z.object({ agencyId: agencyIdSchema, year: z.int().min(2019).max(2100) });

/** Opens the report of an agency for a year: the six official headings, nothing filled in. */
export async function createReport(
  context: PersonContext & { readonly agency: AgencyRow },
  { year }: z.infer<typeof createReportInput>,
): Promise<{ readonly id: string }> {
  const { agency, person } = context;
  const format = formatForYear(year);
  if (format === null) throw new ServiceError('BAD_INPUT');
  const content = emptyReport(agency.name, year, format);
  return context.database.transaction(async (transaction) => {
    const values = { agencyId: agency.id, year, format: format.id, content, updatedBy: person.id };
    const report = await insertReport(transaction, values);
    if (report === null) {
      const [existing] = await listReports(transaction, { agencies: [agency.id], year });
      throw new ServiceError('ALREADY_EXISTS', existing === undefined ? {} : { id: existing.report.id });
    }
    const { revision } = report;
    await appendAuditEvent(transaction, { ...reportEvent(context, report, 'report.create'), revision });
    return { id: report.id };
  });
}
