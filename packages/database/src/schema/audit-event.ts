import type { AuditAction } from '@nianbao/core';
import { bigint, index, integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';

/** The door that a change came through: a signed-in person, a token, or the system's own work. */
export const auditDoors = ['session', 'token', 'system'] as const;
export type AuditDoor = (typeof auditDoors)[number];

/**
 * Who did what, when and from where, with what before and after. Only ever appended: the database refuses to change or
 * delete a row. No foreign keys, so that an event outlives what it tells of.
 *
 * Events about one thing (a report, a person, an agency) are a stream, and each names the hash of the one before it in
 * its stream. The database itself fills in `stream`, `position`, `previous` and `hash`.
 */
export const auditEvent = pgTable(
  'audit_event',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Account id and name at that time; null for the system itself. */
    actorId: text(),
    actorName: text(),
    action: text().$type<AuditAction>().notNull(),
    agencyId: uuid(),
    reportId: uuid(),
    /** What else the event is about, where it is no report: `person:ID`, `campaign:ID`. */
    subject: text(),
    /** The report's revision after the event. */
    revision: integer(),
    reason: text(),
    /** Every field that changed, with the value before and after. */
    changes: jsonb().$type<readonly FieldChange[]>().notNull().default([]),
    /** The file that the changes were taken from; null for what people typed. */
    file: jsonb().$type<SourceFile>(),
    door: text({ enum: auditDoors }),
    /** The client's network address. */
    address: text(),
    requestId: text(),
    stream: text().notNull().default(''),
    position: integer().notNull().default(0),
    previous: text().notNull().default(''),
    hash: text().notNull().default(''),
  },
  (table) => [
    index().on(table.reportId, table.revision),
    index().on(table.at),
    index().on(table.agencyId, table.id),
    unique('audit_event_in_stream').on(table.stream, table.position),
  ],
);

/** The newest event of each stream; kept by the database as events are appended. */
export const auditStream = pgTable('audit_stream', {
  stream: text().primaryKey(),
  position: integer().notNull(),
  hash: text().notNull(),
});

/**
 * Seals over all events in the order of their ids, each naming the one before: an event taken out at the end of a stream
 * is missed here. Append-only. A seal written down elsewhere holds everything up to it.
 */
export const auditSeal = pgTable('audit_seal', {
  number: integer().primaryKey(),
  sealedAt: timestamp({ withTimezone: true }).notNull(),
  /** Id of the last event under the seal. */
  upTo: bigint({ mode: 'number' }).notNull(),
  events: integer().notNull(),
  previous: text().notNull(),
  hash: text().notNull(),
});

/** One changed field: `fact:t3.received.total`, `head:title`, `preface`, `section:0`, `state`. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A file as it was read: by name, kind, and the SHA-256 of its bytes in hexadecimal. */
export interface SourceFile {
  readonly name: string;
  readonly kind: string;
  readonly digest: string;
}
