import { z } from 'zod';
import { agencyIdSchema } from '../api/ids.ts';
import { passedFinding, passedReport } from '../api/passed-through.ts';
import type { RequestContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { publicVersionSchema, publishedVersion, versionHead } from './published-version.ts';

export const getPublishedInput = z.object({
  agencyId: agencyIdSchema,
  year: z.int(),
  /** The version in force when left out. */
  version: z.int().min(1).optional(),
});

export const getPublishedOutput = z.object({
  agencyId: z.uuid(),
  year: z.int(),
  version: z.int(),
  report: passedReport,
  findings: z.array(passedFinding).readonly(),
  explanations: z.array(z.object({ rule: z.string(), instance: z.string().nullable(), text: z.string() })).readonly(),
  /** SHA-256 of the content in its canonical form, in hexadecimal. */
  digest: z.string(),
  ruleSetVersion: z.string(),
  /** 更正说明 of a correction; null for the first version. */
  note: z.string().nullable(),
  publishedAt: z.iso.datetime(),
  /** Files that are public with this version. */
  attachments: z.array(
    z.object({ name: z.string(), mediaType: z.string(), size: z.int(), digest: z.string(), path: z.string() }),
  ),
  versions: z.array(publicVersionSchema),
});

/** One public version of a report, with its findings, explanations and the list of all versions. */
export async function getPublished(
  { database }: RequestContext,
  key: z.infer<typeof getPublishedInput>,
): Promise<z.infer<typeof getPublishedOutput>> {
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
    attachments: published.attachments.map((file) => ({
      ...file,
      path: `/agencies/${agencyId}/${year}/versions/${version}/attachments/${file.digest}`,
    })),
    versions: versions.map(versionHead),
  };
}
