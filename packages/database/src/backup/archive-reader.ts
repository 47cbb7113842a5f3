import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { BackupRefused } from './backup-refused.ts';

const largestWhole = 16 * 1024 * 1024;

/** One part of a backup, in the order of the archive; its content has to be read before the next. */
export interface ArchivePart {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** What is said of a file that is no whole backup. */
export const unreadable = () =>
  new BackupRefused(
    '备份文件不完整或已损坏，没有恢复任何数据。',
    'The backup is cut or damaged; nothing was restored.',
  );

/** Trouble with the disk is told as it is; whatever else goes wrong while reading lies in the file. */
const told = (error: unknown) => (error instanceof Error && 'syscall' in error ? error : unreadable());

async function* contentOf(entry: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of entry) if (chunk instanceof Uint8Array) yield chunk;
  } catch (error) {
    throw told(error);
  }
}

/** The parts of a backup one after another. Throws `BackupRefused` for a file that is cut or no archive. */
export async function* readArchive(file: string): AsyncGenerator<ArchivePart> {
  const tar = extract();
  const source = createReadStream(file);
  // What goes wrong in it ends the reading of the archive with the same error.
  pipeline(source, createGunzip(), tar, () => {});
  try {
    for await (const entry of tar) yield { name: entry.header.name, content: contentOf(entry) };
  } catch (error) {
    throw told(error);
  } finally {
    source.destroy();
  }
}

/** A small part whole. */
export async function wholeOf({ content }: ArchivePart): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content) {
    size += chunk.byteLength;
    if (size > largestWhole) throw unreadable();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size).toString('utf8');
}
