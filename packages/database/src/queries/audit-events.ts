import { and, asc, desc, eq, gt } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { auditEvent } from '../schema/audit-event.ts';

export type AuditEvent = typeof auditEvent.$inferSelect;
export type NewAuditEvent = typeof auditEvent.$inferInsert;

export async function appendAuditEvent(database: Database, event: NewAuditEvent): Promise<void> {
  await database.insert(auditEvent).values(event);
}

/** What happened to a report after a revision, oldest first. */
export async function listEventsSince(database: Database, reportId: string, revision: number): Promise<AuditEvent[]> {
  return database
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.reportId, reportId), gt(auditEvent.revision, revision)))
    .orderBy(asc(auditEvent.id));
}

/** A report's history, newest first. */
export async function listEvents(database: Database, reportId: string, limit: number): Promise<AuditEvent[]> {
  return database
    .select()
    .from(auditEvent)
    .where(eq(auditEvent.reportId, reportId))
    .orderBy(desc(auditEvent.id))
    .limit(limit);
}
