import { inflateSync } from 'node:zlib';

const startsZlib = (first: number | undefined, second: number | undefined): boolean =>
  first !== undefined && second !== undefined && (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;

/** The streams of a PDF as they stand in the file, wherever they begin, but for pictures, which are never unpacked here. */
export function* streamsOf(file: Buffer): Iterable<Buffer> {
  let end = 0;
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    let from = at + 6;
    if (file[from] === 0x0d) from += 1;
    if (file[from] === 0x0a) from += 1;
    // Looked for once: a file may begin many streams and end none.
    if (end < from) end = file.indexOf('endstream', from);
    if (end === -1) end = file.length;
    const before = file.subarray(Math.max(at - 600, 0), at);
    if (before.lastIndexOf('/Image') > before.lastIndexOf('endobj')) continue;
    // The word stands in the end of every stream as well.
    if (file.toString('latin1', at - 3, at) !== 'end') yield file.subarray(from, end);
  }
}

export const isPacked = (stream: Buffer): boolean => startsZlib(stream[0], stream[1]);

/** What a stream is when it is unpacked; “tooLong” where it has `limit` bytes or more, null where it cannot be unpacked. */
export function unpacked(stream: Buffer, limit: number): Buffer | 'tooLong' | null {
  try {
    return inflateSync(stream, { maxOutputLength: limit });
  } catch (error) {
    return error instanceof RangeError ? 'tooLong' : null;
  }
}
