import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { BackupRefused } from './backup-refused.ts';

/** Takes the parts of a backup one after another. */
export interface ArchiveWriter {
  /** Adds a small part whole. */
  add(name: string, content: Uint8Array | string): Promise<void>;
  /** Adds a stream whose size is not known, as numbered parts in a folder. */
  addParts(folder: string, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** Adds a file whose size is known. */
  addFile(file: { readonly name: string; readonly size: number }, content: AsyncIterable<Uint8Array>): Promise<void>;
}

export interface WrittenArchive<T> {
  /** What the filling gave. */
  readonly content: T;
  readonly bytes: number;
  /** SHA-256 of the file. */
  readonly digest: string;
}

const partSize = 1024 * 1024;

async function* inParts(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content) {
    held.push(chunk);
    size += chunk.byteLength;
    if (size < partSize) continue;
    yield Buffer.concat(held, size);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held, size);
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Fails when the writing does; never comes to an end otherwise. */
const failureOf = (writing: Promise<void>) => new Promise<never>((_, fail) => void writing.catch(fail));

function refuseTaken(file: string): void {
  if (!existsSync(file)) return;
  throw new BackupRefused(`已有文件 ${file}，请换一个名字。`, `There is a file ${file}: choose another name.`);
}

/**
 * Writes a .tar.gz that is there whole or not at all: it gets its name when everything is on the disk. Only its owner can
 * read it. Throws `BackupRefused` where there is a file of that name.
 */
export async function writeArchive<T>(
  file: string,
  fill: (archive: ArchiveWriter) => Promise<T>,
): Promise<WrittenArchive<T>> {
  refuseTaken(file);
  const draft = join(dirname(file), `.${basename(file)}.${randomBytes(4).toString('hex')}`);
  const tar = pack();
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      done(null, chunk);
    },
  });
  const aborted = new AbortController();
  const writing = pipeline(tar, createGzip(), counted, createWriteStream(draft, { flags: 'wx', mode: 0o600 }), {
    signal: aborted.signal,
  });
  writing.catch(() => {});
  try {
    const content = await Promise.race([fill(archiveOver(tar)), failureOf(writing)]);
    tar.finalize();
    await writing;
    await syncPath(draft);
    refuseTaken(file);
    await rename(draft, file);
    if (process.platform !== 'win32') await syncPath(dirname(file));
    return { content, bytes, digest: hash.digest('hex') };
  } catch (error) {
    aborted.abort();
    await writing.catch(() => {});
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

function archiveOver(tar: ReturnType<typeof pack>): ArchiveWriter {
  const add = async (name: string, content: Uint8Array | string) => {
    const bytes = Buffer.from(content);
    const entry = tar.entry({ name, size: bytes.byteLength, mode: 0o600 });
    entry.end(bytes);
    await once(entry, 'finish');
  };
  return {
    add,
    async addParts(folder, content) {
      let number = 0;
      for await (const part of inParts(content)) {
        number += 1;
        await add(`${folder}/${String(number).padStart(6, '0')}`, part);
      }
    },
    addFile: ({ name, size }, content) =>
      pipeline(Readable.from(content, { objectMode: false }), tar.entry({ name, size, mode: 0o600 })),
  };
}
