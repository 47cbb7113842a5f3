import type { Database } from '@nianbao/database';
import { sealAuditEvents } from '@nianbao/database';

/** Puts a seal over what was recorded since the last one. */
export async function sealAudit(transaction: Database, now: Date): Promise<void> {
  await sealAuditEvents(transaction, now);
}
