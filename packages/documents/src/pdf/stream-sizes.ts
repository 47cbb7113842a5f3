import { inflateSync } from 'node:zlib';

/** What all streams of a PDF may come to when they are unpacked, and the largest of them. */
const mostBytes = 128 * 1024 * 1024;
const largestStream = 64 * 1024 * 1024;
/** Deflate makes a byte of at most this many. */
const mostPerByte = 1032;

const startsZlib = (first: number | undefined, second: number | undefined): boolean =>
  first !== undefined && second !== undefined && (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;

/** The length of a stream when it is unpacked, or `limit` where it has more; 0 where it cannot be. */
function unpackedLength(packed: Uint8Array, limit: number): number {
  try {
    return inflateSync(packed, { maxOutputLength: limit }).length;
  } catch (error) {
    return error instanceof RangeError ? limit : 0;
  }
}

/** Streams that say they are packed more than once, which no program does and which multiplies what comes out. */
const packedAgain = /\/Filter\s*\[[^\]]{0,200}(?:Flate|LZW)[^\]]{0,200}(?:Flate|LZW)/;

/**
 * Whether a PDF unpacks to more than a report can hold: pdfjs unpacks streams whole, so that a small file of zeros could
 * fill the memory. Small files cannot, whatever is in them. Streams of encrypted files cannot be looked into: the bound
 * of the process remains for these.
 */
export function inflatesTooFar(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (packedAgain.test(file.toString('latin1'))) return true;
  if (bytes.length * mostPerByte <= mostBytes) return false;
  let sum = 0;
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    let from = at + 6;
    if (file[from] === 0x0d) from += 1;
    if (file[from] === 0x0a) from += 1;
    if (!startsZlib(file[from], file[from + 1])) continue;
    const end = file.indexOf('endstream', from);
    const packed = file.subarray(from, end === -1 ? undefined : end);
    // Pictures are never unpacked here.
    const before = file.subarray(Math.max(at - 600, 0), at);
    if (before.lastIndexOf('/Image') > before.lastIndexOf('endobj')) continue;
    const length = unpackedLength(packed, largestStream);
    sum += length;
    if (length >= largestStream || sum > mostBytes) return true;
  }
  return false;
}
