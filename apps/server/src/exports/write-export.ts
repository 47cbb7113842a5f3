import type { CampaignExportRow, Database } from '@nianbao/database';
import {
  beginExport,
  findAgency,
  findCampaign,
  finishExport,
  listAgenciesBelow,
  listExportedReports,
  lockBlob,
  writeProgress,
} from '@nianbao/database';
import { documentFormatIds } from '@nianbao/documents';
import type { BlobStore, StoredBlob } from '../blobs/blob-store.ts';
import { jobKinds } from '../jobs/job-kinds.ts';
import type { NotificationKind } from '../notifications/notification-kinds.ts';
import { notify } from '../notifications/notify.ts';
import type { ExportParts } from './exported-files.ts';
import { ExportedFiles } from './exported-files.ts';
import { ArchiveFull, zipStream } from './zip-stream.ts';

interface WritingParts extends ExportParts {
  readonly blobs: BlobStore;
  readonly now: () => Date;
}

export interface ExportSubject {
  readonly government: string;
  readonly year: number;
}

/** Tells whoever asked for it how an export ended. */
export async function tellOfExport(
  transaction: Database,
  exported: CampaignExportRow,
  told: ExportSubject & { readonly kind: NotificationKind; readonly now: Date; readonly lacking: number },
): Promise<void> {
  const { government: agency, year, lacking, kind, now } = told;
  const notice = { userId: exported.requestedBy, kind, values: { agency, year, lacking }, link: '/admin' };
  await notify(transaction, [{ ...notice, key: `export:${exported.id}` }], now);
}

async function planOf(database: Database, exported: CampaignExportRow) {
  const campaign = await findCampaign(database, exported.campaignId);
  if (campaign === null) throw new Error('an export without its campaign');
  const agencies = await listAgenciesBelow(database, [campaign.agencyId], campaign.year);
  const ids = agencies.map(({ id }) => id);
  const { basis } = exported;
  return {
    ...{ exported, campaign },
    government: (await findAgency(database, campaign.agencyId))?.name ?? '',
    formats: documentFormatIds.filter((id) => exported.formats.includes(id)),
    reports: await listExportedReports(database, ids, { year: campaign.year, basis }),
  };
}

/**
 * Writes the documents of a campaign into one file. An attempt that broke off leaves nothing but its progress, which the
 * next begins anew; the first that gets to the end is the one that counts.
 */
export async function writeExport(parts: WritingParts, exportId: string): Promise<void> {
  const { database, blobs, now } = parts;
  const exported = await beginExport(database, exportId);
  if (exported === null) return;
  const plan = await planOf(database, exported);
  const subject = { government: plan.government, year: plan.campaign.year };
  const total = plan.reports.length * plan.formats.length;
  await writeProgress(database, exported, { total });
  const onProgress = (progress: ExportedFiles['counts']) => writeProgress(database, exported, progress);
  const files = new ExportedFiles(parts, { ...plan, onProgress });
  let stored: StoredBlob;
  try {
    stored = await blobs.put(zipStream(files.entries(), exported.requestedAt));
  } catch (error) {
    const isLast = exported.attempts > jobKinds.writeExport.retries;
    if (isLast || error instanceof ArchiveFull) await giveUp(database, exported, { ...subject, now: now() });
    if (error instanceof ArchiveFull) return;
    throw error;
  }
  const { digest, size } = stored;
  await database.transaction(async (transaction) => {
    await lockBlob(transaction, digest);
    if (!(await blobs.has(digest))) throw new Error('the file was swept before it was referred to');
    const { done, lacking } = files.counts;
    const finished = { state: 'ready', finishedAt: now(), digest, size, total, done, lacking } as const;
    if (!(await finishExport(transaction, exportId, finished))) return;
    const kind = lacking.length === 0 ? 'export.ready' : 'export.readyWithout';
    await tellOfExport(transaction, exported, { ...subject, kind, now: now(), lacking: lacking.length });
  });
}

/** Ends an export that cannot be made, and says so. */
export async function giveUp(
  database: Database,
  exported: CampaignExportRow,
  { now, ...subject }: ExportSubject & { readonly now: Date },
): Promise<void> {
  await database.transaction(async (transaction) => {
    if (!(await finishExport(transaction, exported.id, { state: 'failed', finishedAt: now }))) return;
    await tellOfExport(transaction, exported, { ...subject, kind: 'export.failed', now, lacking: 0 });
  });
}
