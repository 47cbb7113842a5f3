import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { agency } from '../schema/agency.ts';
import { campaignExport } from '../schema/campaign-export.ts';
import { publication } from '../schema/publication.ts';
import { report } from '../schema/report.ts';
import type { FigureBasis } from '../schema/roll-up.ts';
import { reportsFor } from './agencies.ts';

export type CampaignExportRow = typeof campaignExport.$inferSelect;
export type NewCampaignExport = typeof campaignExport.$inferInsert;

const unfinished = inArray(campaignExport.state, ['waiting', 'running']);

export async function insertExport(transaction: Database, values: NewCampaignExport): Promise<CampaignExportRow> {
  const [row] = await transaction.insert(campaignExport).values(values).returning();
  if (row === undefined) throw new Error('insert returned no row');
  return row;
}

export async function findExport(database: Database, id: string): Promise<CampaignExportRow | null> {
  const [row] = await database.select().from(campaignExport).where(eq(campaignExport.id, id));
  return row ?? null;
}

/** The exports of a campaign, newest first. */
export async function listExports(database: Database, campaignId: string, limit: number): Promise<CampaignExportRow[]> {
  return database
    .select()
    .from(campaignExport)
    .where(eq(campaignExport.campaignId, campaignId))
    .orderBy(desc(campaignExport.requestedAt), desc(campaignExport.id))
    .limit(limit);
}

/** The exports of a campaign that are waiting or being written. */
export async function listUnfinishedExports(database: Database, campaignId: string): Promise<CampaignExportRow[]> {
  return database
    .select()
    .from(campaignExport)
    .where(and(eq(campaignExport.campaignId, campaignId), unfinished));
}

/** Begins an attempt, from nothing; null where the export is finished or is not there. */
export async function beginExport(database: Database, id: string): Promise<CampaignExportRow | null> {
  const [row] = await database
    .update(campaignExport)
    .set({ state: 'running', attempts: sql`${campaignExport.attempts} + 1`, total: null, done: 0, lacking: [] })
    .where(and(eq(campaignExport.id, id), unfinished))
    .returning();
  return row ?? null;
}

/** How far an attempt is: the newest alone tells. */
export async function writeProgress(
  database: Database,
  { id, attempts }: Pick<CampaignExportRow, 'id' | 'attempts'>,
  progress: Partial<Pick<CampaignExportRow, 'total' | 'done' | 'lacking'>>,
): Promise<void> {
  await database
    .update(campaignExport)
    .set(progress)
    .where(and(eq(campaignExport.id, id), eq(campaignExport.attempts, attempts), unfinished));
}

export type FinishedExport = Pick<CampaignExportRow, 'state' | 'finishedAt'> &
  Partial<Pick<CampaignExportRow, 'digest' | 'size' | 'done' | 'lacking' | 'total'>>;

/** Finishes an export once, with the counts of the attempt that got to its end: false where another has. */
export async function finishExport(transaction: Database, id: string, values: FinishedExport): Promise<boolean> {
  const rows = await transaction
    .update(campaignExport)
    .set(values)
    .where(and(eq(campaignExport.id, id), unfinished))
    .returning({ id: campaignExport.id });
  return rows.length > 0;
}

/** Takes the files of exports away that were finished before a moment; gives their digests. */
export async function deleteExportFiles(transaction: Database, before: Date): Promise<string[]> {
  const old = await transaction
    .select({ id: campaignExport.id, digest: campaignExport.digest })
    .from(campaignExport)
    .where(and(eq(campaignExport.state, 'ready'), lt(campaignExport.finishedAt, before)))
    .for('update');
  const ids = old.map(({ id }) => id);
  if (ids.length > 0) {
    const gone = { state: 'deleted', digest: null } as const;
    await transaction.update(campaignExport).set(gone).where(inArray(campaignExport.id, ids));
  }
  return old.flatMap(({ digest }) => digest ?? []);
}

/** Exports that were asked for before a moment and that nobody has finished. */
export async function listStrandedExports(database: Database, before: Date): Promise<CampaignExportRow[]> {
  return database
    .select()
    .from(campaignExport)
    .where(and(unfinished, lt(campaignExport.requestedAt, before)));
}

/** A report whose documents are exported: the public version in force, or the approved report as it is. */
export interface ExportedReport {
  readonly reportId: string;
  readonly agencyId: string;
  readonly agencyName: string;
  /** Null for an approved report, which is read as it is. */
  readonly version: number | null;
}

/** What is exported of the given agencies for a year, in the official order; contents are read one by one. */
export async function listExportedReports(
  database: Database,
  agencyIds: readonly string[],
  { year, basis }: { readonly year: number; readonly basis: FigureBasis },
): Promise<ExportedReport[]> {
  if (agencyIds.length === 0) return [];
  const version = sql<
    number | null
  >`(select max(version) from ${publication} where ${publication.reportId} = ${report.id})`;
  const rows = await database
    .select({ reportId: report.id, agencyId: agency.id, agencyName: agency.name, state: report.state, version })
    .from(report)
    .innerJoin(agency, eq(agency.id, report.agencyId))
    .where(and(eq(report.year, year), inArray(report.agencyId, [...agencyIds]), reportsFor(year)))
    .orderBy(asc(agency.position), asc(agency.name), asc(agency.id));
  return rows.flatMap(({ state, version: inForce, ...row }): ExportedReport[] => {
    if (basis === 'approved' && state === 'approved') return [{ ...row, version: null }];
    return inForce === null ? [] : [{ ...row, version: inForce }];
  });
}
