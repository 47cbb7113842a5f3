import { auditActions } from '@nianbao/core';
import type { AgencyRow } from '@nianbao/database';
import { listAuditEvents } from '@nianbao/database';
import { z } from 'zod';
import { scopeOf } from '../access/scope.ts';
import { agencyIdSchema, reportIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import { auditEntryOf, auditEntrySchema } from './audit-entry.ts';

const isAction = (name: string): name is keyof typeof auditActions => name in auditActions;

export const listAuditInput = z.object({
  /** The agency whose trail is read, with all below it as far as one may read it. */
  agencyId: agencyIdSchema,
  reportId: reportIdSchema.optional(),
  action: z.enum(Object.keys(auditActions).filter(isAction)).optional(),
  /** Only what changed this field: `fact:t3.received.total`, `head:title`, `section:0`, `state`. */
  field: z.string().min(1).max(200).optional(),
  /** Only what is older than this event: `next` of the answer before. */
  before: z.int().min(1).optional(),
  limit: z.int().min(1).max(200).default(50),
});

export const listAuditOutput = z.object({
  events: z.array(auditEntrySchema),
  /** Where older ones begin; null when these are the oldest. */
  next: z.int().nullable(),
});

/**
 * The audit trail of an agency and those below it, newest first. What is about accounts and tokens is told to those who
 * may see the people there.
 */
export async function listAudit(
  { database, person, agency }: PersonContext & { readonly agency: AgencyRow },
  { agencyId: _, limit, ...filter }: z.infer<typeof listAuditInput>,
): Promise<z.infer<typeof listAuditOutput>> {
  const events = await listAuditEvents(database, {
    ...{ ...filter, agencyId: agency.id, limit: limit + 1 },
    scope: scopeOf(person, 'audit.read'),
    peopleScope: scopeOf(person, 'people.read'),
  });
  const shown = events.slice(0, limit);
  return { events: shown.map(auditEntryOf), next: events.length > limit ? (shown.at(-1)?.id ?? null) : null };
}
