import { bigint, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/**
 * Who did what, when, with what before and after. Only ever appended: the database refuses to change or delete a row.
 * No foreign keys, so that an event outlives what it tells of.
 */
export const auditEvent = pgTable(
  'audit_event',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Account id and name at that time; null for the system itself. */
    actorId: text(),
    actorName: text(),
    action: text().notNull(),
    agencyId: uuid(),
    reportId: uuid(),
    /** The report's revision after the event. */
    revision: integer(),
    reason: text(),
    /** Every field that changed, with the value before and after. */
    changes: jsonb().$type<readonly FieldChange[]>().notNull().default([]),
    /** The file that the changes were taken from; null for what people typed. */
    file: jsonb().$type<SourceFile>(),
  },
  (table) => [index().on(table.reportId, table.revision), index().on(table.at)],
);

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
