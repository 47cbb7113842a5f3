import { auditActions } from '@nianbao/core';
import type { AuditEvent } from '@nianbao/database';
import { auditDoors } from '@nianbao/database';
import { z } from 'zod';
import { passedAuditAction } from '../api/passed-through.ts';
import { textSchema } from '../api/text-schema.ts';

/** An event of the audit trail: who did what, when and from where, with what was there before and after. */
export const auditEntrySchema = z.object({
  id: z.int(),
  at: z.iso.datetime(),
  /** Null for what the system did by itself. */
  by: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** A name of the audit trail, to which others may be added; and how people read it. */
  action: passedAuditAction,
  label: textSchema,
  agencyId: z.uuid().nullable(),
  reportId: z.uuid().nullable(),
  /** What it is about where that is no report, such as `person:ID`. */
  subject: z.string().nullable(),
  /** The report's revision after it. */
  revision: z.int().nullable(),
  reason: z.string().nullable(),
  /** By field, as changes of a report name it; null where there was nothing. */
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  /** The file that the changes were taken from. */
  file: z.object({ name: z.string(), kind: z.string(), digest: z.string() }).nullable(),
  door: z.enum(auditDoors).nullable(),
  /** The client's network address. */
  address: z.string().nullable(),
  requestId: z.string().nullable(),
  /** SHA-256 by which the trail shows that it was not tampered with. */
  hash: z.string(),
});

export type AuditEntry = z.infer<typeof auditEntrySchema>;

export function auditEntryOf(event: AuditEvent): AuditEntry {
  const { id, at, actorId, actorName, action, agencyId, reportId, subject, revision, reason } = event;
  const { changes, file, door, address, requestId, hash } = event;
  return {
    ...{ id, at: at.toISOString(), by: actorId === null ? null : { id: actorId, name: actorName ?? '' } },
    ...{ action, label: auditActions[action], agencyId, reportId, subject, revision, reason },
    changes: changes.map(({ field, before, after }) => ({ field, before: before ?? null, after: after ?? null })),
    ...{ file, door, address, requestId, hash },
  };
}
