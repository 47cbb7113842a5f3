import { eq } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { scheduledPublication } from '../schema/scheduled-publication.ts';
import { user } from '../schema/user.ts';

export type ScheduledPublicationRow = typeof scheduledPublication.$inferSelect;

/** When a report is to be published, and who said so; null where it is not. */
export async function findSchedule(
  database: Database,
  reportId: string,
): Promise<(ScheduledPublicationRow & { readonly byName: string }) | null> {
  const [row] = await database
    .select({ schedule: scheduledPublication, byName: user.name })
    .from(scheduledPublication)
    .innerJoin(user, eq(user.id, scheduledPublication.scheduledBy))
    .where(eq(scheduledPublication.reportId, reportId));
  return row === undefined ? null : { ...row.schedule, byName: row.byName };
}

/** Schedules a publication, in the place of an earlier schedule of the report. */
export async function writeSchedule(transaction: Database, row: ScheduledPublicationRow): Promise<void> {
  const { reportId: _, ...set } = row;
  await transaction
    .insert(scheduledPublication)
    .values(row)
    .onConflictDoUpdate({ target: scheduledPublication.reportId, set });
}

/** Takes a report's schedule away; false where there is none. */
export async function deleteSchedule(transaction: Database, reportId: string): Promise<boolean> {
  const rows = await transaction
    .delete(scheduledPublication)
    .where(eq(scheduledPublication.reportId, reportId))
    .returning({ id: scheduledPublication.id });
  return rows.length > 0;
}
