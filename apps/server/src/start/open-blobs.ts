import { join } from 'node:path';
import type { BlobStore } from '../blobs/blob-store.ts';
import { folderBlobs } from '../blobs/folder-blobs.ts';
import { s3Blobs } from '../blobs/s3-blobs.ts';
import type { Config } from './config.ts';

/** The store of files that the configuration names: a bucket, or else a folder in the data folder. */
export function openBlobs({ s3, dataFolder }: Pick<Config, 's3' | 'dataFolder'>): BlobStore {
  return s3 === null ? folderBlobs(join(dataFolder, 'blobs')) : s3Blobs(s3);
}
