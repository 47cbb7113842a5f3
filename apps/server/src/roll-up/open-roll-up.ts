import { contributionsTo, findCell, rolledUpCell } from '@nianbao/core';
import type { AgencyRow } from '@nianbao/database';
import { z } from 'zod';
import { agencyIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { memberBody, memberOutput } from './roll-up-output.ts';
import { summingInput, sumUp } from './summed.ts';

export const openRollUpInput = z.object({
  /** The government whose total is opened. */
  agencyId: agencyIdSchema,
  year: z.int().min(2019).max(2100),
  cell: z.string().min(1).max(100),
  /** A government below it whose part of the total is opened further. */
  at: agencyIdSchema.optional(),
  ...summingInput,
});

export const openRollUpOutput = z.object({
  agencyId: z.uuid(),
  cell: z.string(),
  value: z.number(),
  atLeast: z.boolean(),
  /** Who adds what; null for who adds nothing. One with the status `fromMembers` can be opened in turn. */
  contributions: z.array(memberOutput.extend({ value: z.number().nullable() })),
});

/** Opens one total of a roll-up: every member with what it adds, down the tree as far as members count by their members. */
export async function openRollUp(
  { database, agency }: PersonContext & { readonly agency: AgencyRow },
  { year, cell: key, at = agencyIdSchema.parse(agency.id), ...summing }: z.infer<typeof openRollUpInput>,
): Promise<z.infer<typeof openRollUpOutput>> {
  const { result, format, figures } = await sumUp(database, { agencyId: agency.id, year }, summing);
  const cell = findCell(format, key);
  if (cell === undefined) {
    const message = `没有数据项 ${key} / there is no cell ${key}`;
    throw new ServiceError('BAD_INPUT', { issues: [{ path: ['cell'], message }] });
  }
  if (!result.groupOf.has(at)) throw new ServiceError('NOT_FOUND');
  const { value, atLeast } = rolledUpCell(result, at, cell);
  const contributions = contributionsTo(result, at, cell).map((member) => ({
    ...memberBody(member, figures),
    value: member.value,
  }));
  return { agencyId: at, cell: key, value, atLeast, contributions };
}
