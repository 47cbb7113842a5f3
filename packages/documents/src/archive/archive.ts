import { inflateRawSync } from 'node:zlib';
import { DocumentRefused } from '../office/document-refused.ts';
import type { ArchiveEntry } from './directory.ts';
import { packedBytesOf, readDirectory } from './directory.ts';
import { archiveLimits } from './limits.ts';

/** Names in archives differ in case and in a leading stroke between the programs that write them. */
const keyOf = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

/**
 * The parts of a packed document, each inflated when it is asked for and at no other time. Sizes are counted while
 * inflating, whatever the archive claims.
 */
export class Archive {
  readonly #bytes: Uint8Array;
  readonly #entries = new Map<string, ArchiveEntry>();
  #left: number = archiveLimits.totalBytes;

  /** Throws DocumentRefused where the bytes are no sound archive. */
  constructor(bytes: Uint8Array) {
    const entries = readDirectory(bytes, archiveLimits.entries);
    if (entries === null) throw new DocumentRefused('BROKEN');
    if (entries.length > archiveLimits.entries) throw new DocumentRefused('TOO_COMPLEX');
    this.#bytes = bytes;
    for (const entry of entries) if (!this.#entries.has(keyOf(entry.name))) this.#entries.set(keyOf(entry.name), entry);
  }

  has(name: string): boolean {
    return this.#entries.has(keyOf(name));
  }

  /** The names of all parts, in the form that `has` and `part` compare by. */
  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** The bytes of a part; null where there is none. Throws DocumentRefused where it is broken, encrypted or too large. */
  part(name: string): Uint8Array | null {
    const entry = this.#entries.get(keyOf(name));
    if (entry === undefined) return null;
    if (entry.encrypted) throw new DocumentRefused('ENCRYPTED');
    const packed = packedBytesOf(this.#bytes, entry);
    if (packed === null) throw new DocumentRefused('BROKEN');
    const inflated = this.#inflate(entry, packed);
    this.#left -= inflated.length;
    return inflated;
  }

  #inflate(entry: ArchiveEntry, packed: Uint8Array): Uint8Array {
    const byRatio = Math.max(archiveLimits.ratioFrom, packed.length * archiveLimits.ratio);
    const most = Math.min(archiveLimits.entryBytes, this.#left, byRatio);
    if (entry.method === 0) {
      if (packed.length > most) throw new DocumentRefused('TOO_COMPLEX');
      return packed;
    }
    if (entry.method !== 8) throw new DocumentRefused('BROKEN');
    if (most <= 0) throw new DocumentRefused('TOO_COMPLEX');
    try {
      return inflateRawSync(packed, { maxOutputLength: most });
    } catch (error) {
      const tooLarge =
        error instanceof RangeError || (error instanceof Error && /ERR_BUFFER_TOO_LARGE/.test(error.stack ?? ''));
      throw new DocumentRefused(tooLarge ? 'TOO_COMPLEX' : 'BROKEN');
    }
  }
}
