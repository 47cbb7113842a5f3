import { isPacked, streamsOf, unpacked } from './packed-streams.ts';

/** What all streams of a PDF may come to when they are unpacked, and the largest of them. */
const mostBytes = 128 * 1024 * 1024;
const largestStream = 64 * 1024 * 1024;
/** Deflate makes a byte of at most this many. */
const mostPerByte = 1032;

/** Streams that say they are packed more than once, which no program does and which multiplies what comes out. */
const packedAgain = /\/Filter\s*\[[^\]]{0,200}(?:Flate|LZW)[^\]]{0,200}(?:Flate|LZW)/;

/**
 * Whether a PDF unpacks to more than a report can hold: pdfjs unpacks streams whole, so that a small file of zeros could
 * fill the memory. Small files cannot, whatever is in them. Streams of encrypted files cannot be looked into: the bound
 * of the process remains for these.
 */
export function inflatesTooFar(file: Buffer): boolean {
  if (packedAgain.test(file.toString('latin1'))) return true;
  if (file.length * mostPerByte <= mostBytes) return false;
  let sum = 0;
  for (const stream of streamsOf(file)) {
    if (!isPacked(stream)) continue;
    const bytes = unpacked(stream, largestStream);
    if (bytes === 'tooLong') return true;
    sum += bytes?.length ?? 0;
    if (sum > mostBytes) return true;
  }
  return false;
}
