import { z } from 'zod';
import { agencyIdSchema } from '../api/ids.ts';
import type { RequestContext } from '../api/request-context.ts';
import type { WordedComparison } from './compare-versions.ts';
import { compareVersions, publishedVersion } from './compare-versions.ts';

const version = z.int().min(1);

export const comparePublishedInput = z.object({ agencyId: agencyIdSchema, year: z.int(), from: version, to: version });

/** What a correction changed: the difference between two public versions of a report. */
export async function comparePublished(
  { database }: RequestContext,
  { agencyId, year, from, to }: z.infer<typeof comparePublishedInput>,
): Promise<WordedComparison> {
  const [before, after] = await Promise.all(
    [from, to].map((one) => publishedVersion(database, { agencyId, year, version: one })),
  );
  if (before === undefined || after === undefined) throw new Error('two versions asked for, fewer given');
  return compareVersions(before, after);
}
