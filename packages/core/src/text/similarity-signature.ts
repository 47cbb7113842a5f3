import type { Report } from '../report/report.ts';
import { comparableLength, shinglesWithin } from './similarity.ts';

/**
 * MinHash with banding: of two texts that share a part J of all their pieces, a band of two smallest hashes agrees with
 * probability J², and at least one of the bands with 1 − (1 − J²)^bands: 0.98 at J = 0.2, which is a text that stands
 * whole in one five times as long; 0.6 at 0.1, where a sixth of the text is shared; 0.01 at 0.01, as strangers have.
 */
export const signatureBands = 96;
const hashesInBand = 2;

/** A generator of 32-bit numbers that never changes: signatures of different versions have to agree. */
function constants(count: number): Int32Array {
  let state = 0x2f6e2b1;
  return Int32Array.from({ length: count }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return mixed ^ (mixed >>> 14);
  });
}

const seeds = constants(signatureBands * hashesInBand);

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return mixed ^ (mixed >>> 15);
}

function hashOf(piece: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < piece.length; at += 1) hash = Math.imul(hash ^ piece.charCodeAt(at), 0x01000193);
  return mix(hash);
}

function smallestHashes(pieces: Iterable<string>): Int32Array {
  const smallest = new Int32Array(seeds.length).fill(0x7fffffff);
  for (const piece of pieces) {
    const hash = hashOf(piece);
    for (let at = 0; at < seeds.length; at += 1) {
      const value = mix(hash ^ (seeds[at] ?? 0));
      if (value < (smallest[at] ?? 0)) smallest[at] = value;
    }
  }
  return smallest;
}

/** What a text is found by among others: two texts that may repeat each other have a band in common. */
export interface SimilaritySignature {
  /** Pieces of the text, as many as its share is counted of. */
  readonly length: number;
  /** One signed 32-bit number for each band, with the band's own place mixed in. */
  readonly bands: readonly number[];
}

/** The signature of a report's own text, figures and boiler-plate left out; null where there is too little to compare. */
export function similaritySignature(report: Report): SimilaritySignature | null {
  const length = comparableLength(report);
  if (length === null) return null;
  const smallest = smallestHashes(shinglesWithin(report));
  const bands = Array.from({ length: signatureBands }, (_, band) => {
    let hash = mix(band + 1);
    for (let row = 0; row < hashesInBand; row += 1) hash = mix(hash ^ (smallest[band * hashesInBand + row] ?? 0));
    return hash | 0;
  });
  return { length, bands };
}
