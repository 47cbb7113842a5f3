import { isDeepStrictEqual } from 'node:util';
import type { Change, OutdatedCarryOver } from '@nianbao/core';
import { blockSchema, carriedOver, cellValueSchema, contactSchema, outdatedCarryOver, priorOf } from '@nianbao/core';
import type { CarriedFrom, Database, FieldChange, ReportRow } from '@nianbao/database';
import { listPublications } from '@nianbao/database';
import { z } from 'zod';
import { readPublished } from './prior-reports.ts';

/** A publication that a report's opening figures came from. */
export const carriedFromSchema = z.object({
  agencyId: z.uuid(),
  year: z.int(),
  version: z.int(),
  digest: z.string(),
});

/** What a change sets: a figure, a field of the head, or the blocks of a text; null for nothing. */
export const carriedValueSchema = z.union([cellValueSchema, z.string(), contactSchema, z.array(blockSchema)]);

/** How the audit trail says which publications a report's opening figures came from. */
export function carriedFromChange(before: readonly CarriedFrom[], after: readonly CarriedFrom[]): FieldChange[] {
  return isDeepStrictEqual(before, after) ? [] : [{ field: 'carriedFrom', before, after }];
}

/** What a report took from the versions that it was opened with. */
async function carriedThen(database: Database, { carriedFrom, year, content }: ReportRow): Promise<readonly Change[]> {
  const rows = await listPublications(database, carriedFrom);
  const contents = new Map(rows.map((row) => [row.agencyId, row.content]));
  const agencies = carriedFrom.map(({ agencyId }) => agencyId);
  const successions = [{ year, from: agencies, to: ['draft'] }];
  const prior = priorOf('draft', { year, successions }, (agency) => contents.get(agency) ?? null);
  return prior === null ? [] : carriedOver(prior, content);
}

export interface CarryOver {
  /** The publications that the report's opening figures are from. */
  readonly carriedFrom: readonly CarriedFrom[];
  /** Those in force now. */
  readonly inForce: readonly CarriedFrom[];
  /** What last year's report now gives otherwise. */
  readonly outdated: readonly OutdatedCarryOver[];
}

/** How a report's opening figures stand to what is public of the year before now. */
export async function carryOverOf(database: Database, report: ReportRow): Promise<CarryOver> {
  const { agencyId, year, content, carriedFrom } = report;
  const prior = (await readPublished(database, [{ agencyId, year }])).priorOf({ agencyId, year });
  const inForce = prior?.from ?? [];
  if (prior === null || isDeepStrictEqual(carriedFrom, inForce)) return { carriedFrom, inForce, outdated: [] };
  const carried = carriedFrom.length === 0 ? [] : await carriedThen(database, report);
  return {
    carriedFrom,
    inForce,
    outdated: outdatedCarryOver(content, { carried, published: carriedOver(prior.report, content) }),
  };
}

/** A change as callers read it: what it sets. */
export function carriedValue(change: Change | null): z.infer<typeof carriedValueSchema> {
  if (change === null) return null;
  return 'value' in change ? change.value : change.blocks;
}
