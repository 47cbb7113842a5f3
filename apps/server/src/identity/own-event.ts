import type { AuditAction } from '@nianbao/core';
import type { NewAuditEvent } from '@nianbao/database';
import type { Context } from 'hono';
import type { HttpEnvironment } from '../http/environment.ts';

/** What somebody did to their own account, for the audit trail. */
export function ownEvent(
  context: Context<HttpEnvironment>,
  { id, name }: { readonly id: string; readonly name: string },
  event: { readonly action: AuditAction; readonly at: Date },
): NewAuditEvent {
  return {
    ...event,
    ...{ actorId: id, actorName: name, subject: `person:${id}`, door: 'session' },
    ...{ address: context.get('clientAddress'), requestId: context.get('requestId') },
  };
}
