import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobContent, StoredBlob } from './blob-store.ts';

/** Bytes written to a file of their own, safely on the disk. */
export interface SpooledBlob extends StoredBlob {
  readonly file: string;
}

async function* chunksOf(content: BlobContent): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) yield content;
  else yield* content;
}

/** Writes bytes to a new file in a folder and hands it over; nothing of it is left when that is done, unless it was moved. */
export async function withSpooledBlob<T>(
  folder: string,
  content: BlobContent,
  use: (spooled: SpooledBlob) => Promise<T>,
): Promise<T> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${randomUUID()}.part`);
  try {
    const hash = createHash('sha256');
    let size = 0;
    const handle = await open(file, 'wx', 0o600);
    try {
      for await (const chunk of chunksOf(content)) {
        hash.update(chunk);
        size += chunk.byteLength;
        await handle.writeFile(chunk);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    return await use({ file, size, digest: hash.digest('hex') });
  } finally {
    await rm(file, { force: true });
  }
}
