import type { FileHandle } from 'node:fs/promises';
import { mkdtemp, open, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Output } from './output.ts';

/** A file that is written whole or not at all: under another name until it is finished. */
export interface FileOutput extends Output {
  /** Puts the file in its place. */
  finish(): Promise<void>;
  /** Leaves nothing of it. */
  drop(): Promise<void>;
}

/** Opens a file to write to. Throws what the system says when it cannot be written. */
export async function fileOutput(path: string): Promise<FileOutput> {
  const part = `${path}.part`;
  const file: FileHandle = await open(part, 'w');
  return {
    colour: false,
    write: (text) => file.appendFile(text),
    async finish() {
      await file.datasync();
      await file.close();
      await rename(part, path);
    },
    async drop() {
      await file.close();
      await rm(part, { force: true });
    },
  };
}

/** Keeps an output aside until what stands before it is known. */
export interface Spool {
  readonly output: Output;
  pour(into: Output): Promise<void>;
  remove(): Promise<void>;
}

export async function openSpool(colour: boolean): Promise<Spool> {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-output-'));
  const file = await open(join(folder, 'spool'), 'w+');
  let end = 0;
  return {
    output: {
      colour,
      async write(text) {
        const { bytesWritten } = await file.write(text, end);
        end += bytesWritten;
      },
    },
    async pour(into) {
      const decoder = new TextDecoder();
      const chunk = Buffer.alloc(256 * 1024);
      for (let at = 0; at < end; ) {
        const { bytesRead } = await file.read(chunk, 0, chunk.length, at);
        at += bytesRead;
        await into.write(decoder.decode(chunk.subarray(0, bytesRead), { stream: at < end }));
      }
    },
    async remove() {
      await file.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
