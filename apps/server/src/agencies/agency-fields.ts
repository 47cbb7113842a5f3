import { agencyKinds, agencyLevels, agencyProfileSchema, isCreditCode, isRegionFor } from '@nianbao/core';
import type { AgencyRow, Database } from '@nianbao/database';
import { listChildren, listCreditCodeHolders } from '@nianbao/database';
import { z } from 'zod';
import { ServiceError } from '../errors/service-error.ts';
import { isStorable, storableMessage } from '../reports/storable-text.ts';
import { agencyRefusal } from './agency-refused.ts';

const creditCodeMessage =
  '统一社会信用代码的校验码不符，请核对 / the check character of the credit code does not fit: check the code';
const regionMessage = '不是行政区划代码（GB/T 2260），请核对 / not a code of GB/T 2260: check the code of the region';

export const agencyNameSchema = z.string().trim().min(1).max(200).refine(isStorable, { message: storableMessage });

export const largestPosition = 1_000_000;

/** What people record of an agency; null is “not known”. */
export const agencyFieldsSchema = z.object({
  name: agencyNameSchema,
  kind: z.enum(agencyKinds).nullable(),
  level: z.enum(agencyLevels).nullable(),
  regionCode: z.string().trim().min(1).max(20).nullable(),
  creditCode: z.string().trim().toUpperCase().refine(isCreditCode, { message: creditCodeMessage }).nullable(),
  mayMakeRegulations: z.boolean().nullable(),
  powers: agencyProfileSchema.shape.powers,
  position: z.int().min(0).max(largestPosition),
});

export type AgencyFields = z.infer<typeof agencyFieldsSchema>;

/** Refuses a region code that is none, but for the one that the agency or the one above it has already. */
export function assertRegion(code: string | null | undefined, known: readonly (string | null | undefined)[]): void {
  if (code === null || code === undefined || known.some((other) => isRegionFor(code, other ?? null))) return;
  throw new ServiceError('BAD_INPUT', { issues: [{ path: ['regionCode'], message: regionMessage }] });
}

/** Refuses a code that another agency has, wherever that is. */
export async function assertCreditCodeFree(
  transaction: Database,
  code: string | null | undefined,
  self: string | null,
): Promise<void> {
  if (code === null || code === undefined) return;
  const holders = await listCreditCodeHolders(transaction, [code]);
  if (holders.some(({ id }) => id !== self)) throw agencyRefusal('credit-code-taken', { code });
}

/** Refuses a second agency of one name under the same parent; one that has ended keeps its name without hindering. */
export async function assertNameFree(
  transaction: Database,
  { name, parentId, self }: { readonly name: string; readonly parentId: string | null; readonly self: string | null },
): Promise<void> {
  if (parentId === null) return;
  const siblings = await listChildren(transaction, parentId);
  const isTaken = (row: AgencyRow) => row.id !== self && row.name === name && row.endedAfter === null;
  if (siblings.some(isTaken)) throw agencyRefusal('name-taken', { name });
}
