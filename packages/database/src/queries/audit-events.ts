import type { AuditAction } from '@nianbao/core';
import type { SQL } from 'drizzle-orm';
import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { inPieces } from '../in-pieces.ts';
import { auditEvent } from '../schema/audit-event.ts';
import { user } from '../schema/user.ts';
import { idsBelow } from './agencies.ts';
import type { AgencyScope } from './agency-scope.ts';
import { idsWithin } from './agency-scope.ts';

export type AuditEvent = typeof auditEvent.$inferSelect;
export type NewAuditEvent = typeof auditEvent.$inferInsert;

export async function appendAuditEvent(database: Database, event: NewAuditEvent): Promise<void> {
  await database.insert(auditEvent).values(event);
}

/** Records many events at once, in their order. */
export async function appendAuditEvents(transaction: Database, events: readonly NewAuditEvent[]): Promise<void> {
  for (const some of inPieces(events)) await transaction.insert(auditEvent).values(some);
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

/** That a field is among what an event changed. */
const changed = (field: string): SQL => sql`${auditEvent.changes} @> ${JSON.stringify([{ field }])}::jsonb`;

/** What became of one field of a report, newest first. */
export async function listFieldEvents(
  database: Database,
  { reportId, field, limit }: { readonly reportId: string; readonly field: string; readonly limit: number },
): Promise<AuditEvent[]> {
  return database
    .select()
    .from(auditEvent)
    .where(and(eq(auditEvent.reportId, reportId), changed(field)))
    .orderBy(desc(auditEvent.id))
    .limit(limit);
}

export interface AuditSearch {
  /** The agency with all below it that is looked at. */
  readonly agencyId: string;
  /** Where events may be read, and where those about accounts and tokens may. */
  readonly scope: AgencyScope;
  readonly peopleScope: AgencyScope;
  readonly reportId?: string | undefined;
  readonly action?: AuditAction | undefined;
  readonly field?: string | undefined;
  /** Only events older than this one. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/**
 * The audit trail of an agency and all below it, newest first, as far as somebody may read it. What people did to their
 * own accounts belongs to the agency that keeps the account.
 */
export async function listAuditEvents(
  database: Database,
  { agencyId, scope, peopleScope, reportId, action, field, before, limit }: AuditSearch,
): Promise<AuditEvent[]> {
  const aboutPeople = sql`coalesce(${auditEvent.subject}, '') ~ '^(person|token):'`;
  const ofPeople = sql`select ${user.id} from ${user}
    where ${user.agencyId} in (select id from people_read) and ${user.agencyId} in (select id from beneath)`;
  const visible = sql`case
    when ${auditEvent.agencyId} is null then ${auditEvent.subject} in (select 'person:' || id from of_people)
    when ${aboutPeople} then ${auditEvent.agencyId} in (select id from beneath intersect select id from people_read)
    else ${auditEvent.agencyId} in (select id from beneath intersect select id from readable) end`;
  const ids = sql<number>`(
    with beneath as materialized (select id from ${idsBelow([agencyId])} as below),
      readable as materialized ${idsWithin(scope)},
      people_read as materialized ${idsWithin(peopleScope)},
      of_people as materialized (${ofPeople})
    select ${auditEvent.id} from ${auditEvent} where ${and(
      visible,
      reportId === undefined ? undefined : eq(auditEvent.reportId, reportId),
      action === undefined ? undefined : eq(auditEvent.action, action),
      field === undefined ? undefined : changed(field),
      before === undefined ? undefined : lt(auditEvent.id, before),
    )} order by ${auditEvent.id} desc limit ${limit})`;
  return database.select().from(auditEvent).where(sql`${auditEvent.id} in ${ids}`).orderBy(desc(auditEvent.id));
}
