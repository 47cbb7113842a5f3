import type { Action } from '@nianbao/core';
import { grantsOf, isAllowed } from '@nianbao/core';
import type { Database, ReportWithAgency } from '@nianbao/database';
import { findReport } from '@nianbao/database';
import { reportIdSchema } from '../api/ids.ts';
import { ServiceError } from '../errors/service-error.ts';
import type { Person } from '../identity/person.ts';
import type { Standing } from './standing.ts';

/** A report that a person may see, and how they stand to its agency. */
export interface OpenedReport extends ReportWithAgency, Standing {}

export interface ReportAccess {
  readonly person: Person;
  readonly action: Action;
}

/**
 * Opens a report for something that a person wants to do with it. Somebody else's report looks the same as one that does
 * not exist; one that may be seen but not acted on is refused as such.
 */
export async function openReport(
  database: Database,
  reference: string,
  { person, action }: ReportAccess,
): Promise<OpenedReport> {
  const id = reportIdSchema.safeParse(reference);
  const found = id.success ? await findReport(database, id.data) : null;
  if (found === null) throw new ServiceError('NOT_FOUND');
  const grants = grantsOf(person.memberships, found.lineage);
  if (!isAllowed('report.read', grants)) throw new ServiceError('NOT_FOUND');
  if (!isAllowed(action, grants)) throw new ServiceError('NOT_ALLOWED');
  return { ...found, grants };
}
