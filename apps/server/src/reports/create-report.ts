import { applyChanges, beganIn, carriedOver, emptyReport, formatForYear, nameIn } from '@nianbao/core';
import type { AgencyRow, Database } from '@nianbao/database';
import {
  appendAuditEvent,
  findAgency,
  holdAgencies,
  insertReport,
  listReports,
  listSuccessionsOf,
} from '@nianbao/database';
import { z } from 'zod';
import { agencyRefusal } from '../agencies/agency-refused.ts';
import { agencyIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { sendIndexing } from '../indexing/send-indexing.ts';
import { carriedFromChange } from './carried-over.ts';
import { fieldChange } from './changed-fields.ts';
import { readPublished } from './prior-reports.ts';
import { reportEvent } from './report-event.ts';

export const createReportInput = z.object({ agencyId: agencyIdSchema, year: z.int().min(2019).max(2100) });
export const createReportOutput = z.object({ id: z.uuid() });

/** Refuses a year for which the agency does not report: after its end, or before a reorganisation made it. */
async function assertReportsFor(database: Database, agency: AgencyRow, year: number): Promise<void> {
  const { id, name, endedAfter } = agency;
  if (endedAfter !== null && year > endedAfter) throw agencyRefusal('ended', { name, year: endedAfter });
  const began = beganIn(id, await listSuccessionsOf(database, [id]));
  if (began !== null && year < began) throw agencyRefusal('not-begun', { name, year: began });
}

/**
 * Opens the report of an agency for a year: the six official headings, with what last year's published report gives to
 * it, through mergers and changes of body.
 */
export async function createReport(
  context: PersonContext & { readonly agency: AgencyRow },
  { year }: z.infer<typeof createReportInput>,
): Promise<z.infer<typeof createReportOutput>> {
  const { person } = context;
  const format = formatForYear(year);
  if (format === null) throw new ServiceError('BAD_INPUT');
  return context.database.transaction(async (transaction) => {
    await holdAgencies(transaction);
    const agency = (await findAgency(transaction, context.agency.id)) ?? context.agency;
    await assertReportsFor(transaction, agency, year);
    const published = await readPublished(transaction, [{ agencyId: agency.id, year }]);
    const prior = published.priorOf({ agencyId: agency.id, year });
    const empty = emptyReport(nameIn(agency, year), year, format);
    const carried = prior === null ? [] : carriedOver(prior.report, empty);
    const carriedFrom = prior?.from ?? [];
    const content = applyChanges(empty, carried);
    const moment = { createdAt: context.now, updatedAt: context.now, updatedBy: person.id };
    const values = { agencyId: agency.id, year, format: format.id, content, carriedFrom, ...moment };
    const report = await insertReport(transaction, values);
    if (report === null) {
      const [existing] = await listReports(transaction, { agencies: [agency.id], year });
      throw new ServiceError('ALREADY_EXISTS', existing === undefined ? {} : { id: existing.report.id });
    }
    await appendAuditEvent(transaction, {
      ...reportEvent(context, report, 'report.create'),
      revision: report.revision,
      changes: [...carried.map((change) => fieldChange(empty, change)), ...carriedFromChange([], carriedFrom)],
    });
    await sendIndexing(context, transaction, { reportId: report.id, soon: true });
    return { id: report.id };
  });
}
