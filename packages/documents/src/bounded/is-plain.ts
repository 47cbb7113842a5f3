import { open } from 'node:fs/promises';
import { kindBySignature } from '../bytes/file-kind.ts';

/** Pages and texts up to this size, in bytes, are read within a second on any machine. */
const plainSize = 1024 * 1024;

async function startOf(path: string): Promise<{ readonly size: number; readonly start: Uint8Array }> {
  await using file = await open(path);
  const { size } = await file.stat();
  const { buffer, bytesRead } = await file.read(new Uint8Array(16), 0, 16, 0);
  return { size, start: buffer.subarray(0, bytesRead) };
}

/**
 * Whether a file, given by its path or its bytes, is a short text of some kind. Such files are read in time and memory
 * in proportion to their length, so they need no process of their own; what unpacks, embeds or refers does.
 */
export async function isPlain(from: string | Uint8Array): Promise<boolean> {
  try {
    const { size, start } = typeof from === 'string' ? await startOf(from) : { size: from.length, start: from };
    return size <= plainSize && kindBySignature(start) === 'text';
  } catch {
    return false;
  }
}
