import type { AuditAction } from '@nianbao/core';
import type { NewAuditEvent } from '@nianbao/database';
import type { PersonContext } from './request-context.ts';

/** Who did what when and from where: the part that every event of the audit trail has. */
export function eventBy({ person, now, door, address, requestId }: PersonContext, action: AuditAction): NewAuditEvent {
  return { action, at: now, actorId: person.id, actorName: person.name, door, address, requestId };
}
