import type { Action } from '@nianbao/core';
import { grantsOf, isAllowed } from '@nianbao/core';
import type { Database, FoundFigures, FoundReport } from '@nianbao/database';
import { findReport, findReportFigures } from '@nianbao/database';
import { reportIdSchema } from '../api/ids.ts';
import { ServiceError } from '../errors/service-error.ts';
import type { Person } from '../identity/person.ts';
import type { Standing } from './standing.ts';

/** A report that a person may see, and how they stand to its agency. */
export interface OpenedReport extends FoundReport, Standing {}

/** The same without the report's words. */
export interface OpenedFigures extends FoundFigures, Standing {}

export interface ReportAccess {
  readonly person: Person;
  readonly action: Action;
}

type Opening<Found> = (
  database: Database,
  reference: string,
  access: ReportAccess,
) => Promise<Found & Pick<Standing, 'grants'>>;

/** Opens what of a report is found by its id. */
function opening<Found extends Pick<Standing, 'lineage'>>(
  find: (database: Database, id: string) => Promise<Found | null>,
): Opening<Found> {
  return async (database, reference, { person, action }) => {
    const id = reportIdSchema.safeParse(reference);
    const found = id.success ? await find(database, id.data) : null;
    if (found === null) throw new ServiceError('NOT_FOUND');
    const grants = grantsOf(person.memberships, found.lineage);
    if (!isAllowed('report.read', grants)) throw new ServiceError('NOT_FOUND');
    if (!isAllowed(action, grants)) throw new ServiceError('NOT_ALLOWED');
    return { ...found, grants };
  };
}

/**
 * Opens a report for something that a person wants to do with it. Somebody else's report looks the same as one that does
 * not exist; one that may be seen but not acted on is refused as such.
 */
export const openReport = opening<FoundReport>(findReport);

/** The same for what needs its figures alone. */
export const openFigures = opening<FoundFigures>(findReportFigures);
