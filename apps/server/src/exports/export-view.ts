import type { CampaignExportRow } from '@nianbao/database';
import { exportStates, figureBases } from '@nianbao/database';
import { documentFormatIds } from '@nianbao/documents';
import { z } from 'zod';
import { agencyIdSchema, campaignIdSchema } from '../api/ids.ts';
import { keptFor } from './clear-exports.ts';

export const exportIdSchema = z.uuid().brand('ExportId');

export const exportSchema = z.object({
  id: exportIdSchema,
  campaignId: campaignIdSchema,
  formats: z.array(z.enum(documentFormatIds)),
  which: z.enum(figureBases),
  state: z.enum(exportStates),
  /** Documents to be written; null until that is known. */
  total: z.int().nullable(),
  done: z.int(),
  /** Documents that could not be written, and why. */
  failed: z.array(
    z.object({
      agencyId: agencyIdSchema,
      agencyName: z.string(),
      format: z.string(),
      reason: z.object({ zh: z.string(), en: z.string() }),
    }),
  ),
  requestedAt: z.iso.datetime(),
  requestedBy: z.string(),
  finishedAt: z.iso.datetime().nullable(),
  /** The file, while it is kept, at `/api/campaigns/CAMPAIGN/exports/ID.zip`. */
  file: z.object({ size: z.int(), sha256: z.string(), keptUntil: z.iso.datetime() }).nullable(),
});

export type ExportView = z.infer<typeof exportSchema>;

export function exportView(row: CampaignExportRow): ExportView {
  const { id, campaignId, formats, basis, state, total, done, lacking, digest, size, finishedAt } = row;
  const keptUntil = finishedAt === null ? null : new Date(finishedAt.getTime() + keptFor).toISOString();
  return {
    ...{ id: exportIdSchema.parse(id), campaignId: campaignIdSchema.parse(campaignId) },
    ...{ formats: documentFormatIds.filter((format) => formats.includes(format)), which: basis, state, total, done },
    failed: lacking.map((one) => ({ ...one, agencyId: agencyIdSchema.parse(one.agencyId) })),
    requestedAt: row.requestedAt.toISOString(),
    requestedBy: row.requestedByName,
    finishedAt: finishedAt?.toISOString() ?? null,
    file: digest === null || size === null || keptUntil === null ? null : { size, sha256: digest, keptUntil },
  };
}
