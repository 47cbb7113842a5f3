import type { BackupBlobs } from '@nianbao/database';
import { listFileReferences } from '@nianbao/database';
import type { BlobStore } from '../blobs/blob-store.ts';

/** The files of a store, as a backup takes them along and puts them back. */
export const backedUpFiles = (store: BlobStore): BackupBlobs => ({
  list: listFileReferences,
  read: (digest) => store.get(digest),
  async write(content) {
    await store.put(content);
  },
});
