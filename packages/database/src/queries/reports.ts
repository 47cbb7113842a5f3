import type { FormatId, Lifecycle, Report, ReportState } from '@nianbao/core';
import { keepReport, newLifecycle, restoreReport } from '@nianbao/core';
import { and, desc, eq, getTableColumns, gte, inArray, lt, sql } from 'drizzle-orm';
import { batched } from '../batched.ts';
import type { Database } from '../connect.ts';
import { agency } from '../schema/agency.ts';
import type { CarriedFrom } from '../schema/report.ts';
import { report } from '../schema/report.ts';
import { user } from '../schema/user.ts';
import { amongGiven, statement } from '../statement.ts';
import type { AgencyRow } from './agencies.ts';
import { lineageOf } from './agencies.ts';

type KeptRow = typeof report.$inferSelect;

/** A report as it is worked with: its figures are facts of its content. */
export type ReportRow = Omit<KeptRow, 'figures'>;

const columns = getTableColumns(report);

const restored = ({ figures, ...row }: KeptRow): ReportRow => ({
  ...row,
  content: restoreReport({ content: row.content, figures }),
});

export interface ReportWithAgency {
  readonly report: ReportRow;
  readonly agency: AgencyRow;
  readonly updatedByName: string | null;
}

const selection = { report: columns, agency, updatedByName: user.name };

export interface FoundReport extends ReportWithAgency {
  /** Ids of the agencies from the report's own up to the root. */
  readonly lineage: readonly string[];
}

const byIds = statement('find_reports', (database) =>
  database
    .select({ ...selection, lineage: lineageOf(report.agencyId) })
    .from(report)
    .innerJoin(agency, eq(agency.id, report.agencyId))
    .leftJoin(user, eq(user.id, report.updatedBy))
    .where(amongGiven(report.id, 'ids')),
);

const foundReports = batched(async (database, ids: readonly string[]): Promise<(FoundReport | null)[]> => {
  const rows = await byIds(database, { ids: JSON.stringify(ids) });
  const found = new Map(rows.map((row) => [row.report.id, { ...row, report: restored(row.report) }]));
  return ids.map((id) => found.get(id.toLowerCase()) ?? null);
});

export async function findReport(database: Database, id: string): Promise<FoundReport | null> {
  return foundReports(database, id);
}

/** The report, kept from changing by others until the transaction ends. */
export async function lockReport(transaction: Database, id: string): Promise<ReportRow | null> {
  const [row] = await transaction.select(columns).from(report).where(eq(report.id, id)).for('update');
  return row === undefined ? null : restored(row);
}

export interface ReportFilter {
  readonly agencies: readonly string[];
  readonly year?: number | undefined;
  readonly state?: ReportState | undefined;
  readonly search?: string | undefined;
}

/** Takes what a person typed literally in a LIKE pattern. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
}

/** An agency by its name now, or a report by the name that it is filed under. */
const namedLike = (pattern: string) =>
  sql`(${agency.name} ilike ${pattern} or ${report.content}->>'agency' ilike ${pattern})`;

/** Reports of the given agencies, newest year first, agencies in the official order. */
export async function listReports(database: Database, filter: ReportFilter): Promise<ReportWithAgency[]> {
  if (filter.agencies.length === 0) return [];
  const rows = await database
    .select(selection)
    .from(report)
    .innerJoin(agency, eq(agency.id, report.agencyId))
    .leftJoin(user, eq(user.id, report.updatedBy))
    .where(
      and(
        inArray(report.agencyId, [...filter.agencies]),
        filter.year === undefined ? undefined : eq(report.year, filter.year),
        filter.state === undefined ? undefined : eq(report.state, filter.state),
        filter.search === undefined ? undefined : namedLike(containing(filter.search)),
      ),
    )
    .orderBy(desc(report.year), agency.position, agency.name);
  return rows.map((row) => ({ ...row, report: restored(row.report) }));
}

export interface NewReport {
  readonly agencyId: string;
  readonly year: number;
  readonly format: FormatId | null;
  readonly content: Report;
  /** That of a report which nobody has worked on, when left out. */
  readonly lifecycle?: Lifecycle;
  readonly carriedFrom?: readonly CarriedFrom[];
  /** Now, when they are left out. */
  readonly createdAt?: Date;
  readonly updatedAt?: Date;
  readonly updatedBy: string | null;
}

/** Opens a report; null when the agency has one for that year already. */
export async function insertReport(database: Database, values: NewReport): Promise<ReportRow | null> {
  const [row] = await database
    .insert(report)
    .values({ lifecycle: newLifecycle, ...values, ...keepReport(values.content) })
    .onConflictDoNothing()
    .returning();
  return row === undefined ? null : restored(row);
}

export type ReportChanges = Partial<
  Pick<ReportRow, 'content' | 'lifecycle' | 'carriedFrom' | 'updatedAt' | 'updatedBy' | 'firstSubmittedAt'>
>;

/** Writes the next revision of a report that the transaction has locked; gives the new revision. */
export async function updateReport(transaction: Database, id: string, changes: ReportChanges): Promise<number> {
  const [row] = await transaction
    .update(report)
    .set({
      ...changes,
      ...(changes.content === undefined ? {} : keepReport(changes.content)),
      revision: sql`${report.revision} + 1`,
    })
    .where(eq(report.id, id))
    .returning({ revision: report.revision });
  if (row === undefined) throw new Error(`no report ${id}`);
  return row.revision;
}

/** How far a report of an agency has come, without its content. */
export type ReportHead = Pick<ReportRow, 'id' | 'agencyId' | 'year' | 'state'>;

/** The reports of the given agencies for `from` and later years, locked until the transaction ends, oldest first. */
export async function lockReportsFrom(
  transaction: Database,
  agencyIds: readonly string[],
  from: number,
): Promise<ReportHead[]> {
  if (agencyIds.length === 0) return [];
  return transaction
    .select({ id: report.id, agencyId: report.agencyId, year: report.year, state: report.state })
    .from(report)
    .where(and(inArray(report.agencyId, [...agencyIds]), gte(report.year, from)))
    .orderBy(report.year, report.id)
    .for('update');
}

/** The years before `until` for which an agency has a report. */
export async function countReportsBefore(database: Database, agencyId: string, until: number): Promise<number> {
  return database.$count(report, and(eq(report.agencyId, agencyId), lt(report.year, until)));
}
