import type { AgencyRow, Database } from '@nianbao/database';
import { findAgency, listChildren, listSuccessionsOf, lockReportsFrom } from '@nianbao/database';
import { z } from 'zod';
import { agencyIdSchema } from '../api/ids.ts';
import { assertNameFree } from './agency-fields.ts';
import { agencyRefusal } from './agency-refused.ts';
import type { AgencyView } from './agency-view.ts';
import { agencyView } from './agency-view.ts';
import type { AgencyContext } from './in-locked-tree.ts';
import { inLockedTree, writeAgency } from './in-locked-tree.ts';
import { reportYearSchema } from './report-year.ts';

export const endAgencyInput = z.object({
  agencyId: agencyIdSchema,
  /** The last report year that it reports for. */
  lastYear: reportYearSchema,
});

/** Refuses to end an agency that is needed: with agencies under it that go on, or reports for later years. */
export async function assertMayEnd(transaction: Database, agency: AgencyRow, lastYear: number): Promise<void> {
  const { id, name, endedAfter } = agency;
  if (endedAfter !== null) throw agencyRefusal('ended', { name, year: endedAfter });
  const below = (await listChildren(transaction, id)).filter((child) => child.endedAfter === null);
  if (below.length > 0) throw agencyRefusal('has-units-below', { names: below.map((row) => row.name).join('、') });
  const [later] = await lockReportsFrom(transaction, [id], lastYear + 1);
  if (later !== undefined) throw agencyRefusal('has-later-reports', { name, year: later.year });
}

/** Ends an agency that nobody succeeds: it takes no reports after its last year, and stays to be read. */
export function endAgency(context: AgencyContext, { lastYear }: z.infer<typeof endAgencyInput>): Promise<AgencyView> {
  return inLockedTree(context, async (transaction, agency) => {
    await assertMayEnd(transaction, agency, lastYear);
    const values = { endedAfter: lastYear };
    return agencyView(await writeAgency(context, transaction, { agency, values, action: 'agency.end' }));
  });
}

/** Lets an agency that was ended by mistake go on. */
export function reopenAgency(context: AgencyContext): Promise<AgencyView> {
  return inLockedTree(context, async (transaction, agency) => {
    const { id, name, parentId, endedAfter } = agency;
    if (endedAfter === null) throw agencyRefusal('not-ended');
    const succession = (await listSuccessionsOf(transaction, [id])).find(
      ({ year, from }) => from.includes(id) && year === endedAfter + 1,
    );
    if (succession !== undefined) throw agencyRefusal('ended-by-succession', { year: succession.year });
    const parent = parentId === null ? null : await findAgency(transaction, parentId);
    if (parent !== null && parent.endedAfter !== null) throw agencyRefusal('parent-ended', { name: parent.name });
    await assertNameFree(transaction, { name, parentId, self: id });
    const values = { endedAfter: null };
    return agencyView(await writeAgency(context, transaction, { agency, values, action: 'agency.reopen' }));
  });
}
