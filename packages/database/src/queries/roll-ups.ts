import { asc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { inPieces } from '../in-pieces.ts';
import { rollUpAddition, rollUpSource, rollUpTake } from '../schema/roll-up.ts';

export type RollUpTakeRow = typeof rollUpTake.$inferSelect;
export type RollUpSourceRow = typeof rollUpSource.$inferSelect;
export type RollUpAdditionRow = typeof rollUpAddition.$inferSelect;

/** What several reports were last filled with, where they were. */
export async function listTakes(database: Database, reportIds: readonly string[]): Promise<RollUpTakeRow[]> {
  if (reportIds.length === 0) return [];
  return database
    .select()
    .from(rollUpTake)
    .where(inArray(rollUpTake.reportId, [...reportIds]));
}

/** The own additions of several reports. */
export async function listAdditions(database: Database, reportIds: readonly string[]): Promise<RollUpAdditionRow[]> {
  if (reportIds.length === 0) return [];
  return database
    .select()
    .from(rollUpAddition)
    .where(inArray(rollUpAddition.reportId, [...reportIds]))
    .orderBy(asc(rollUpAddition.key));
}

/** The reports that a report's sum was taken from. */
export async function listSources(database: Database, reportId: string): Promise<RollUpSourceRow[]> {
  return database.select().from(rollUpSource).where(eq(rollUpSource.reportId, reportId));
}

/** Writes down what a report is filled with now, in the place of what it was filled with before. */
export async function replaceTake(
  transaction: Database,
  take: RollUpTakeRow,
  sources: readonly Omit<RollUpSourceRow, 'reportId'>[],
): Promise<void> {
  const { reportId } = take;
  await transaction.delete(rollUpTake).where(eq(rollUpTake.reportId, reportId));
  await transaction.insert(rollUpTake).values(take);
  for (const some of inPieces(sources.map((source) => ({ ...source, reportId })))) {
    await transaction.insert(rollUpSource).values(some);
  }
}

/** Puts the own additions of a report in the place of those before. */
export async function replaceAdditions(
  transaction: Database,
  reportId: string,
  additions: readonly Omit<RollUpAdditionRow, 'reportId'>[],
): Promise<void> {
  await transaction.delete(rollUpAddition).where(eq(rollUpAddition.reportId, reportId));
  if (additions.length === 0) return;
  await transaction.insert(rollUpAddition).values(additions.map((addition) => ({ ...addition, reportId })));
}
