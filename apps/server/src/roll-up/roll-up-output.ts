import type { CellKey, RollUpMember } from '@nianbao/core';
import { formatIds, sumMembers } from '@nianbao/core';
import type { ReportedFigures, TakenCoverage } from '@nianbao/database';
import { z } from 'zod';
import type { Summed } from './summed.ts';

const statuses = ['reported', 'fromMembers', 'missing', 'otherFormat', 'vertical', 'repeated'] as const;

/** A member of a sum, and the version of its report that is in it. */
export const memberOutput = z.object({
  agencyId: z.uuid(),
  name: z.string(),
  role: z.enum(['ownOffice', 'organ', 'lowerGovernment']),
  status: z.enum(statuses),
  /** The public version; null for one that is not public, or not there. */
  version: z.int().nullable(),
});

export function memberBody(
  { agency, role, status }: RollUpMember,
  figures: ReadonlyMap<string, ReportedFigures>,
): z.infer<typeof memberOutput> {
  const version = status === 'reported' ? (figures.get(agency.id)?.version ?? 0) : 0;
  return { agencyId: agency.id, name: agency.name, role, status, version: version > 0 ? version : null };
}

const names = z.array(z.string()).readonly();

/** How many reports are in a sum, how many are not, and who is not. */
export const coverageOutput = z.object({
  reports: z.int(),
  notReported: z.int(),
  missing: names,
  otherFormat: names,
  vertical: names,
});

/** The coverage of a government's sum, with the names of those who are not in it, here and below. */
export function coverageBody({ result, government }: Summed): TakenCoverage {
  const members = sumMembers(result, government);
  const named = (status: RollUpMember['status']) =>
    members.filter((member) => member.status === status).map(({ agency }) => agency.name);
  const at = result.groupOf.get(government.id) ?? 0;
  return {
    reports: result.sums.reports[at] ?? 0,
    notReported: result.groups[at]?.notReported ?? 0,
    missing: named('missing'),
    otherFormat: named('otherFormat'),
    vertical: named('vertical'),
  };
}

export const formatOutput = z.enum(formatIds);

const cellValueOutput = z.union([z.number(), z.null(), z.literal('/'), z.object({ unreadable: z.string() })]);

/** A cell before and after, and by how much it changes the sum. */
export const differenceOutput = z.object({
  key: z.custom<CellKey>((value) => typeof value === 'string'),
  before: cellValueOutput,
  after: cellValueOutput,
  difference: z.number(),
});
