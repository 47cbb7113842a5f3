import type { BackupBlobs } from '@nianbao/database';
import { listReferencedBlobs } from '@nianbao/database';
import type { BlobStore } from '../blobs/blob-store.ts';

/** The store of files as a backup takes it along and puts it back: whatever a report or a publication refers to. */
export function backedUpBlobs(blobs: BlobStore): BackupBlobs {
  return {
    list: listReferencedBlobs,
    read: (digest) => blobs.get(digest),
    write: async (content) => void (await blobs.put(content)),
  };
}
