import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BlobStore } from './blob-store.ts';
import { blobName } from './blob-store.ts';
import { withSpooledBlob } from './spooled-blob.ts';

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Makes the names in a folder last: a file that was moved into it is there after a power cut. */
async function syncFolder(folder: string): Promise<void> {
  // Windows has no such thing as opening a folder; there a rename lasts by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const chunkSize = 64 * 1024;

/** What a file holds, opened and read as it is asked for; the file is closed at its end, or when nobody wants more of it. */
function contentOf(file: string): ReadableStream<Uint8Array> {
  let handle: FileHandle | null = null;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        handle ??= await open(file, 'r');
        const { bytesRead, buffer } = await handle.read(new Uint8Array(chunkSize), 0, chunkSize);
        if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
        await handle.close();
        controller.close();
      },
      cancel: () => handle?.close(),
    },
    { highWaterMark: 0 },
  );
}

async function isThere(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Keeps blobs as files in a folder, which all server processes have to share. */
export function folderBlobs(folder: string): BlobStore {
  const place = (digest: string) => join(folder, blobName(digest));
  return {
    put: (content) =>
      withSpooledBlob(join(folder, 'incoming'), content, async ({ file, digest, size }) => {
        const target = place(digest);
        await mkdir(dirname(target), { recursive: true, mode: 0o700 });
        // Over an equal file where there is one already: a rename takes the place of it in one step.
        await rename(file, target);
        await syncFolder(dirname(target));
        return { digest, size };
      }),
    get: async (digest) => ((await isThere(place(digest))) ? contentOf(place(digest)) : null),
    has: (digest) => isThere(place(digest)),
    delete: (digest) => rm(place(digest), { force: true }),
  };
}
