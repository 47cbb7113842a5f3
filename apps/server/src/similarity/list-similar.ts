import { defaultRegionSettings } from '@nianbao/core';
import { listPairs } from '@nianbao/database';
import { z } from 'zod';
import { scopeOf } from '../access/scope.ts';
import { agencyIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import { lowestShare } from './index-similarity.ts';

const pageSize = 50;

export const listSimilarInput = z.object({
  year: z.int().min(2008).max(2100),
  /** Pairs with a text of this agency or one below it; all that one may see when left out. */
  agencyId: agencyIdSchema.optional(),
  /** Part of a text, 0.4 to 1, that stands in the other. */
  threshold: z.number().min(lowestShare).max(1).default(defaultRegionSettings.similarityThreshold),
  /** With other agencies' reports of the year, with the agency's own of last year, or both. */
  kind: z.enum(['all', 'peers', 'lastYear']).default('all'),
  page: z.int().min(1).max(1000).default(1),
});

const side = z.object({
  reportId: z.uuid(),
  agencyId: z.uuid(),
  agencyName: z.string(),
  year: z.int(),
  /** The working copy, or the version in force. */
  standing: z.enum(['working', 'published']),
  share: z.number(),
});

export const listSimilarOutput = z.object({
  pairs: z.array(z.object({ one: side, other: side })),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
});

/**
 * 雷同: reports of a year whose texts repeat each other or last year's, the most alike first. Of agencies that the person
 * has nothing to do with, only published texts are compared.
 */
export async function listSimilar(
  { database, person }: PersonContext,
  { agencyId, page, ...filter }: z.infer<typeof listSimilarInput>,
): Promise<z.infer<typeof listSimilarOutput>> {
  const scope = scopeOf(person, 'similarity.read');
  const within = agencyId === undefined ? scope : { alone: [], withBelow: [agencyId] };
  const wanted = { ...filter, scope, within, limit: pageSize, offset: (page - 1) * pageSize };
  const { rows, total } = await listPairs(database, wanted);
  return { pairs: rows, total, page, pageSize };
}
