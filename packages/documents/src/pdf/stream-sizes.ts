import { mappedBy } from './character-maps.ts';
import { isPacked, streamsOf, unpacked } from './packed-streams.ts';

/** What all streams of a PDF may come to when they are unpacked, and the largest of them. */
const mostBytes = 128 * 1024 * 1024;
const largestStream = 64 * 1024 * 1024;
/** Deflate makes a byte of at most this many. */
const mostPerByte = 1032;

/** More than all fonts of a report map together, though many programs map every code of two bytes for each font. */
const mostMapped = 2_000_000;
/** Maps are short: longer streams are programs of fonts, and contents of pages. */
const longestPacked = 64 * 1024;
const longestMap = 1024 * 1024;

/** Streams that say they are packed more than once, which no program does and which multiplies what comes out. */
const packedAgain = /\/Filter\s*\[[^\]]{0,200}(?:Flate|LZW)[^\]]{0,200}(?:Flate|LZW)/;

/**
 * Whether a PDF holds more than a report can, told from its streams before pdfjs sees it:
 *
 * - pdfjs unpacks streams whole, so that a small file of zeros could fill the memory;
 * - it notes each code of a range of a character map by itself, within one call that nothing but the end of its process
 *   ends, and one damaged digit makes a range of millions.
 *
 * Streams of encrypted files cannot be looked into: the bound of the process remains for these.
 */
export function holdsTooMuch(file: Buffer): boolean {
  const whole = file.toString('latin1');
  if (packedAgain.test(whole)) return true;
  // A small file cannot unpack to too much, whatever is in it: only its maps are looked for then.
  const small = file.length * mostPerByte <= mostBytes;
  let unpackedBytes = 0;
  // Maps that are not packed stand in the file as they are.
  let mapped = mappedBy(whole);
  for (const stream of streamsOf(file)) {
    if (mapped > mostMapped) return true;
    const mayMap = stream.length <= longestPacked;
    if ((small && !mayMap) || !isPacked(stream)) continue;
    const bytes = unpacked(stream, small ? longestMap : largestStream);
    if (bytes === 'tooLong' && !small) return true;
    if (bytes === null || bytes === 'tooLong') continue;
    unpackedBytes += bytes.length;
    if (unpackedBytes > mostBytes) return true;
    if (mayMap && bytes.length < longestMap) mapped += mappedBy(bytes.toString('latin1'));
  }
  return mapped > mostMapped;
}
