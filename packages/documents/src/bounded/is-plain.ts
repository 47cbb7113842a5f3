import { open } from 'node:fs/promises';
import { decodeText } from '../bytes/decode-text.ts';
import { kindBySignature, kindOfText } from '../bytes/file-kind.ts';

/** Pages and texts up to this size, in bytes, are read within a second on any machine. */
const plainSize = 1024 * 1024;

/** As much as tells the kind of a text. */
const startSize = 4096;

/** Kinds of text that hold nothing packed and that no other program is needed for. */
const plainKinds: readonly string[] = ['html', 'json', 'csv', 'text'];

interface Start {
  readonly size: number;
  readonly bytes: Uint8Array;
}

async function startOf(path: string): Promise<Start> {
  await using file = await open(path);
  const { size } = await file.stat();
  const { buffer, bytesRead } = await file.read(new Uint8Array(startSize), 0, startSize, 0);
  return { size, bytes: buffer.subarray(0, bytesRead) };
}

/**
 * Whether a file, given by its path or its bytes, is a short text of some kind. Such files are read in time and memory
 * in proportion to their length, so they need no process of their own; what unpacks, embeds or refers does.
 */
export async function isPlain(from: string | Uint8Array): Promise<boolean> {
  try {
    const { size, bytes } = typeof from === 'string' ? await startOf(from) : { size: from.length, bytes: from };
    if (size > plainSize || kindBySignature(bytes) !== 'text') return false;
    return plainKinds.includes(kindOfText(decodeText(bytes.subarray(0, startSize)).text, ''));
  } catch {
    return false;
  }
}
