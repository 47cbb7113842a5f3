import { createReadStream } from 'node:fs';
import type { FoundFile } from './find-files.ts';

export type FileToRead = Extract<FoundFile, { kind: 'file' }>;

/** More than any report; reading stops there. */
const largest = 33 * 1024 * 1024;

/** A file as a task takes it: by its path, or what can be read but once (a pipe, standard input) by its bytes. */
export async function takeFile({ path, isRegular }: FileToRead): Promise<string | Uint8Array> {
  if (isRegular) return path;
  const parts: Uint8Array[] = [];
  try {
    for await (const part of createReadStream(path, { end: largest })) parts.push(part);
  } catch {
    return path;
  }
  return Buffer.concat(parts);
}
