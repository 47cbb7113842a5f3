import { isPacked, streamsOf, unpacked } from './packed-streams.ts';

/** More than all fonts of a report map together, though many programs map every code of two bytes for each font. */
const mostMapped = 2_000_000;
/** Maps are short: longer streams are programs of fonts, and contents of pages. */
const longestPacked = 64 * 1024;
const longestMap = 1024 * 1024;

const sections = /begin(?:bf|cid)range/g;
/** A range of codes with the first of the characters that they stand for; in brackets the characters stand one by one. */
const range = /\s*<([\s0-9a-f]*)>\s*<([\s0-9a-f]*)>\s*(?:<[^<>]*>|(\[[^\]]{0,4000}\])|\d+)/iy;

const codeOf = (digits: string | undefined): number => Number.parseInt((digits ?? '').replace(/\s/g, ''), 16) || 0;

/** How many codes a map (ISO 32000-1, 9.7.5 and 9.10.3) gives characters by ranges alone. */
function mappedBy(map: string): number {
  let mapped = 0;
  for (const section of map.matchAll(sections)) {
    range.lastIndex = section.index + section[0].length;
    for (let found = range.exec(map); found !== null; found = range.exec(map)) {
      const [, low, high, list] = found;
      if (list === undefined) mapped += Math.max(0, codeOf(high) - codeOf(low) + 1);
    }
  }
  return mapped;
}

/**
 * Whether the fonts of a PDF map more codes than there are: pdfjs notes each code of a range by itself, within one call
 * that nothing but the end of its process ends, and one damaged digit makes a range of millions.
 */
export function mapsTooMuch(file: Buffer): boolean {
  // Maps that are not packed stand in the file as they are.
  let mapped = file.includes('range') ? mappedBy(file.toString('latin1')) : 0;
  for (const stream of streamsOf(file)) {
    if (mapped > mostMapped) return true;
    if (stream.length > longestPacked || !isPacked(stream)) continue;
    const bytes = unpacked(stream, longestMap);
    if (bytes === null || bytes === 'tooLong' || !bytes.includes('range')) continue;
    mapped += mappedBy(bytes.toString('latin1'));
  }
  return mapped > mostMapped;
}
