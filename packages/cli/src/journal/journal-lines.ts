import type { FileHandle } from 'node:fs/promises';

/** A whole line of a file and where it starts, in bytes. */
export interface JournalLine {
  readonly text: string;
  readonly at: number;
  readonly length: number;
}

const chunkSize = 256 * 1024;

/** The whole lines of a file; what follows the last line end, torn off when a run was killed, is none. */
export async function* linesOf(file: FileHandle): AsyncGenerator<JournalLine> {
  const chunk = Buffer.alloc(chunkSize);
  let rest = Buffer.alloc(0);
  let restAt = 0;
  for (let at = 0; ; ) {
    const { bytesRead } = await file.read(chunk, 0, chunkSize, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    rest = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
    let from = 0;
    for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10, from)) {
      yield { text: rest.toString('utf8', from, end), at: restAt + from, length: end - from };
      from = end + 1;
    }
    rest = rest.subarray(from);
    restAt += from;
  }
}
