import type { Database } from '@nianbao/database';
import { isBlobReferenced, lockBlob } from '@nianbao/database';
import type { BlobStore } from '../blobs/blob-store.ts';

/** Deletes a file from the store unless something refers to it: another report, or a publication. */
export async function sweepBlob(transaction: Database, blobs: BlobStore, digest: string): Promise<void> {
  await lockBlob(transaction, digest);
  if (!(await isBlobReferenced(transaction, digest))) await blobs.delete(digest);
}
