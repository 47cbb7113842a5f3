import { z } from 'zod';
import { agencyIdSchema } from '../api/ids.ts';
import type { RequestContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { publishedVersion, versionHead } from './published-version.ts';

export const getPublishedInput = z.object({
  agencyId: agencyIdSchema,
  year: z.int(),
  /** The version in force when left out. */
  version: z.int().min(1).optional(),
});

/** One public version of a report, with its findings, explanations and the list of all versions. */
export async function getPublished({ database }: RequestContext, key: z.infer<typeof getPublishedInput>) {
  const found = await publishedVersion(database, key);
  if (found === null) throw new ServiceError('NOT_FOUND');
  const { published, versions } = found;
  const { agencyId, year, version, content, findings, explanations, digest, ruleSetVersion, note } = published;
  return {
    agencyId,
    year,
    version,
    report: content,
    findings,
    explanations,
    digest,
    ruleSetVersion,
    note,
    publishedAt: published.publishedAt.toISOString(),
    /** Files that are public with this version. */
    attachments: published.attachments.map((file) => ({
      ...file,
      path: `/agencies/${agencyId}/${year}/versions/${version}/attachments/${file.digest}`,
    })),
    versions: versions.map(versionHead),
  };
}
