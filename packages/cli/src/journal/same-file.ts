import { readFile, stat } from 'node:fs/promises';
import type { FileIdentity } from '../tasks/given-file.ts';
import { digestOfBytes } from '../tasks/given-file.ts';

/** Whether a file is still what it was: by size and time of change, and where the time differs by its content. */
export async function isSame(path: string, { size, modified, digest }: FileIdentity): Promise<boolean> {
  try {
    const now = await stat(path);
    if (now.size !== size) return false;
    return now.mtimeMs === modified || digestOfBytes(await readFile(path)) === digest;
  } catch {
    return false;
  }
}
