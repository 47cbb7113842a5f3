import { appendAuditEvent, insertAgency } from '@nianbao/database';
import type { z } from 'zod';
import { eventBy } from '../api/event-by.ts';
import { agencyIdSchema } from '../api/ids.ts';
import { agencyFieldsSchema, assertCreditCodeFree, assertNameFree, assertRegion } from './agency-fields.ts';
import { agencyRefusal } from './agency-refused.ts';
import type { AgencyView } from './agency-view.ts';
import { agencyView } from './agency-view.ts';
import type { AgencyContext } from './in-locked-tree.ts';
import { agencyChanges, inLockedTree } from './in-locked-tree.ts';

export const createAgencyInput = agencyFieldsSchema
  .partial()
  .required({ name: true })
  .extend({ parentId: agencyIdSchema });

/** Adds an agency under another. What is not said of it is not known. */
export function createAgency(
  context: AgencyContext,
  { parentId, ...fields }: z.infer<typeof createAgencyInput>,
): Promise<AgencyView> {
  return inLockedTree(context, async (transaction, parent) => {
    if (parent.endedAfter !== null) throw agencyRefusal('parent-ended', { name: parent.name });
    assertRegion(fields.regionCode, [parent.regionCode]);
    await assertNameFree(transaction, { name: fields.name, parentId, self: null });
    await assertCreditCodeFree(transaction, fields.creditCode, null);
    const row = await insertAgency(transaction, { ...fields, parentId });
    const changes = agencyChanges({}, { parentId, ...fields });
    await appendAuditEvent(transaction, { ...eventBy(context, 'agency.create'), agencyId: row.id, changes });
    return agencyView(row);
  });
}
