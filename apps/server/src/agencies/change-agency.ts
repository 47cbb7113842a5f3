import { findAgency } from '@nianbao/database';
import type { z } from 'zod';
import { agencyIdSchema } from '../api/ids.ts';
import { agencyFieldsSchema, assertCreditCodeFree, assertNameFree, assertRegion } from './agency-fields.ts';
import type { AgencyView } from './agency-view.ts';
import { agencyView } from './agency-view.ts';
import type { AgencyContext } from './in-locked-tree.ts';
import { inLockedTree, writeAgency } from './in-locked-tree.ts';

export const changeAgencyInput = agencyFieldsSchema.partial().extend({ agencyId: agencyIdSchema });

/** Changes what is recorded of an agency. A name given here is a correction of the one in force; see `agencies.rename`. */
export function changeAgency(
  context: AgencyContext,
  { agencyId: self, ...values }: z.infer<typeof changeAgencyInput>,
): Promise<AgencyView> {
  return inLockedTree(context, async (transaction, agency) => {
    const { parentId } = agency;
    const parent = parentId === null ? null : await findAgency(transaction, parentId);
    if (values.regionCode !== agency.regionCode) assertRegion(values.regionCode, [parent?.regionCode]);
    if (values.name !== undefined) await assertNameFree(transaction, { name: values.name, parentId, self });
    await assertCreditCodeFree(transaction, values.creditCode, self);
    return agencyView(await writeAgency(context, transaction, { agency, values, action: 'agency.change' }));
  });
}
