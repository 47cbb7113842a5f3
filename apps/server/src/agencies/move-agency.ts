import { listLineage } from '@nianbao/database';
import { z } from 'zod';
import { openAgency } from '../access/opened-agency.ts';
import { agencyIdSchema } from '../api/ids.ts';
import { assertNameFree, largestPosition } from './agency-fields.ts';
import { agencyRefusal } from './agency-refused.ts';
import type { AgencyView } from './agency-view.ts';
import { agencyView } from './agency-view.ts';
import type { AgencyContext } from './in-locked-tree.ts';
import { inLockedTree, writeAgency } from './in-locked-tree.ts';

export const moveAgencyInput = z.object({
  agencyId: agencyIdSchema,
  /** Where it comes to stand; the caller must manage that agency too. */
  parentId: agencyIdSchema,
  /** Place among its new siblings; as it was when left out. */
  position: z.int().min(0).max(largestPosition).optional(),
});

/** Puts an agency, with all below it, under another. */
export function moveAgency(
  context: AgencyContext,
  { parentId, position }: z.infer<typeof moveAgencyInput>,
): Promise<AgencyView> {
  return inLockedTree(context, async (transaction, agency) => {
    const parent = await openAgency(transaction, parentId, { person: context.person, action: 'agency.manage' });
    if ((await listLineage(transaction, parentId)).includes(agency.id)) throw agencyRefusal('parent-below-itself');
    if (parent.endedAfter !== null) throw agencyRefusal('parent-ended', { name: parent.name });
    await assertNameFree(transaction, { name: agency.name, parentId, self: agency.id });
    const values = { parentId, position: position ?? agency.position };
    return agencyView(await writeAgency(context, transaction, { agency, values, action: 'agency.move' }));
  });
}
