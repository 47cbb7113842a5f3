import { open } from 'node:fs/promises';
import { largestFile } from '../read-report.ts';
import type { ReadErrorCode } from '../read-result.ts';

export type FileBytes =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly size: number; readonly modified: number }
  | { readonly ok: false; readonly code: ReadErrorCode; readonly detail: string };

const refused = (code: ReadErrorCode, detail = ''): FileBytes => ({ ok: false, code, detail });

/** The bytes of a regular file, unless it is larger than any report. Size in bytes, time of change in milliseconds. */
export async function readBytes(path: string): Promise<FileBytes> {
  try {
    await using file = await open(path);
    const { size, mtimeMs } = await file.stat();
    if (size > largestFile) return refused('TOO_LARGE');
    const bytes = Buffer.alloc(size);
    let read = 0;
    while (read < size) {
      const { bytesRead } = await file.read(bytes, read, size - read, read);
      if (bytesRead === 0) break;
      read += bytesRead;
    }
    return { ok: true, bytes: bytes.subarray(0, read), size, modified: mtimeMs };
  } catch (error) {
    return refused('NOT_OPENED', error instanceof Error && 'code' in error ? String(error.code) : '');
  }
}
