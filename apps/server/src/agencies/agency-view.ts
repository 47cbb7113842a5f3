import { agencyKinds, agencyLevels, formerNameSchema } from '@nianbao/core';
import type { AgencyRow } from '@nianbao/database';
import { z } from 'zod';
import { agencyIdSchema } from '../api/ids.ts';

/** What is recorded of an agency; null is “not known”. */
export const agencyViewSchema = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  /** The name in force, for the year that was asked for or now. */
  name: z.string(),
  /** Names that it had before, each with the last report year that it was in force for. */
  formerNames: z.array(formerNameSchema),
  kind: z.enum(agencyKinds).nullable(),
  level: z.enum(agencyLevels).nullable(),
  regionCode: z.string().nullable(),
  creditCode: z.string().nullable(),
  mayMakeRegulations: z.boolean().nullable(),
  powers: z.object({ licences: z.boolean(), penalties: z.boolean(), coercions: z.boolean() }).nullable(),
  /** Place among its siblings in the official order. */
  position: z.int(),
  /** The last report year of a body that has ended. */
  endedAfter: z.int().nullable(),
});

export type AgencyView = z.infer<typeof agencyViewSchema>;

export const agencyTargetInput = z.object({ agencyId: agencyIdSchema });

export function agencyView(row: AgencyRow): AgencyView {
  const { id, parentId, name, formerNames, kind, level, regionCode, creditCode } = row;
  const { mayMakeRegulations, powers, position, endedAfter } = row;
  return {
    ...{ id, parentId, name, formerNames: [...formerNames], kind, level, regionCode, creditCode },
    ...{ mayMakeRegulations, powers, position, endedAfter },
  };
}
