import { rolledUpCell } from '@nianbao/core';
import type { AgencyRow } from '@nianbao/database';
import { z } from 'zod';
import { agencyIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import { coverageBody, coverageOutput, formatOutput, memberBody, memberOutput } from './roll-up-output.ts';
import { summingInput, sumUp } from './summed.ts';

export const getRollUpInput = z.object({
  agencyId: agencyIdSchema,
  year: z.int().min(2019).max(2100),
  ...summingInput,
});

export const getRollUpOutput = z.object({
  agencyId: z.uuid(),
  year: z.int(),
  format: formatOutput,
  /** False when a sum is larger than can be held exactly. */
  exact: z.boolean(),
  coverage: coverageOutput,
  /** The government's own office, its organs, and the governments right below it. */
  members: z.array(memberOutput),
  cells: z.array(
    z.object({
      key: z.string(),
      /** In the cell's own unit: 件, 项, 万元. */
      value: z.number(),
      /** The sum may grow: somebody has not reported, or left the cell without a figure. */
      atLeast: z.boolean(),
      reports: z.int(),
      blank: z.int(),
      notApplicable: z.int(),
      unreadable: z.int(),
    }),
  ),
});

/** 汇总: a government's sums for a year, made now from the reports of its office, organs and lower governments. */
export async function getRollUp(
  { database, agency }: PersonContext & { readonly agency: AgencyRow },
  { year, ...summing }: z.infer<typeof getRollUpInput>,
): Promise<z.infer<typeof getRollUpOutput>> {
  const summed = await sumUp(database, { agencyId: agency.id, year }, summing);
  const { result, government, format, figures } = summed;
  const group = result.groups[result.groupOf.get(government.id) ?? 0];
  return {
    agencyId: agency.id,
    year,
    format: format.id,
    exact: result.sums.exact,
    coverage: coverageBody(summed),
    members: (group?.members ?? []).map((member) => memberBody(member, figures)),
    cells: format.cells.map((cell) => {
      const { notReported: _, ...sum } = rolledUpCell(result, government.id, cell);
      return { key: cell.key, ...sum };
    }),
  };
}
