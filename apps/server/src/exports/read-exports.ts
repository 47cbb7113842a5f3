import { findExport, listExports as queryExports } from '@nianbao/database';
import { z } from 'zod';
import type { CampaignContext } from '../access/opened-campaign.ts';
import { campaignIdSchema } from '../api/ids.ts';
import { ServiceError } from '../errors/service-error.ts';
import type { ExportView } from './export-view.ts';
import { exportIdSchema, exportSchema, exportView } from './export-view.ts';

const mostInList = 100;

export const getExportInput = z.object({ campaignId: campaignIdSchema, exportId: exportIdSchema });

/** How far an export is, and where its file is. */
export async function getExport(
  { database, campaign }: CampaignContext,
  { exportId }: z.infer<typeof getExportInput>,
): Promise<ExportView> {
  const row = await findExport(database, exportId);
  if (row === null || row.campaignId !== campaign.id) throw new ServiceError('NOT_FOUND');
  return exportView(row);
}

export const listExportsInput = z.object({ campaignId: campaignIdSchema });

export const listExportsOutput = z.array(exportSchema);

/** The exports of a campaign, newest first. */
export async function listExports({ database, campaign }: CampaignContext): Promise<ExportView[]> {
  return (await queryExports(database, campaign.id, mostInList)).map(exportView);
}
