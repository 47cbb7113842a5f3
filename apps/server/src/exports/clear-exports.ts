import type { Database } from '@nianbao/database';
import { deleteExportFiles, findAgency, findCampaign, listStrandedExports } from '@nianbao/database';
import type { RequestContext } from '../api/request-context.ts';
import { jobKinds } from '../jobs/job-kinds.ts';
import { giveUp } from './write-export.ts';

const day = 24 * 60 * 60 * 1000;
/** How long the file of an export is kept. */
export const keptFor = 30 * day;
/** An export that is not finished by then never will be: its job was given up, or thrown away. */
const longest = 2 * day;

/** Takes away the files of exports after their time, and ends those that nobody works on any more. */
export async function clearExports(transaction: Database, jobs: RequestContext['jobs'], now: Date): Promise<void> {
  for (const digest of await deleteExportFiles(transaction, new Date(now.getTime() - keptFor))) {
    await jobs.send(transaction, { kind: jobKinds.sweepBlob, data: { digest } });
  }
  for (const exported of await listStrandedExports(transaction, new Date(now.getTime() - longest))) {
    const campaign = await findCampaign(transaction, exported.campaignId);
    if (campaign === null) continue;
    const government = (await findAgency(transaction, campaign.agencyId))?.name ?? '';
    await giveUp(transaction, exported, { government, year: campaign.year, now });
  }
}
