import { createHash } from 'node:crypto';
import type { Locale } from '@nianbao/core';
import type { ReadErrorCode } from '@nianbao/documents';
import { readErrors } from '@nianbao/documents';
import { readBytes } from '@nianbao/documents/files';
import { fill } from '../messages.ts';

/** A file that a task works on: as the person named it, and where it is or, where it can be read but once, its bytes. */
export interface GivenFile {
  readonly file: string;
  readonly from: string | Uint8Array;
  readonly lang: Locale;
}

/** What tells whether a file is still the same: size in bytes, time of its last change in milliseconds, SHA-256. */
export interface FileIdentity {
  readonly size: number;
  readonly modified: number;
  readonly digest: string;
}

export type OpenedFile =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly identity: FileIdentity }
  | { readonly ok: false; readonly message: string };

export const digestOfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const readErrorMessage = (code: ReadErrorCode, lang: Locale, detail = ''): string =>
  fill(readErrors[code][lang], { detail });

/** Takes the bytes of a file and what tells it from another. */
export async function openGiven({ from, lang }: GivenFile): Promise<OpenedFile> {
  if (typeof from !== 'string') {
    const identity = { size: from.length, modified: 0, digest: digestOfBytes(from) };
    return { ok: true, bytes: from, identity };
  }
  const read = await readBytes(from);
  if (!read.ok) return { ok: false, message: readErrorMessage(read.code, lang, read.detail) };
  const { bytes, size, modified } = read;
  return { ok: true, bytes, identity: { size, modified, digest: digestOfBytes(bytes) } };
}
