import type { Database } from '@nianbao/database';
import { findAgency, findExport } from '@nianbao/database';
import { openedCampaign } from '../access/opened-campaign.ts';
import { campaignIdSchema } from '../api/ids.ts';
import { fileAnswer } from '../attachments/attachment-file.ts';
import type { BlobStore } from '../blobs/blob-store.ts';
import { ServiceError } from '../errors/service-error.ts';
import type { Person } from '../identity/person.ts';
import { exportIdSchema } from './export-view.ts';

interface ExportRequest {
  readonly person: Person | null;
  readonly campaignId: string;
  readonly exportId: string;
  /** What the client has, as it says in `if-none-match`. */
  readonly known: string | undefined;
}

/** The file of an export, for those who may read in bulk where the campaign was opened. */
export async function exportDownload(
  { database, blobs }: { readonly database: Database; readonly blobs: BlobStore },
  { person, campaignId, exportId, known }: ExportRequest,
): Promise<Response> {
  if (person === null) throw new ServiceError('NOT_SIGNED_IN');
  const [ofCampaign, ofExport] = [campaignIdSchema.safeParse(campaignId), exportIdSchema.safeParse(exportId)];
  if (!ofCampaign.success) throw new ServiceError('NOT_FOUND');
  const campaign = await openedCampaign(database, ofCampaign.data, { person, action: 'bulk.read' });
  const row = ofExport.success ? await findExport(database, ofExport.data) : null;
  if (row?.campaignId !== campaign.id || row.digest === null || row.size === null) throw new ServiceError('NOT_FOUND');
  const government = (await findAgency(database, campaign.agencyId))?.name ?? '';
  const name = `${government}${campaign.year}年政府信息公开工作年度报告.zip`;
  const file = { name, mediaType: 'application/zip', size: row.size, digest: row.digest };
  return fileAnswer(blobs, file, { known, cacheControl: 'private, no-cache' });
}
