import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file for an archive. */
export interface ZipEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Whether it is packed by itself already, as DOCX, XLSX and PDF are. */
  readonly packed: boolean;
}

/** Without the long form of the format, which this writer has not, an archive holds no more; with room for its directory. */
export const archiveLimits = { files: 60_000, bytes: 4_000_000_000 } as const;

/** Thrown for what goes past `archiveLimits`. */
export class ArchiveFull extends Error {
  constructor() {
    super('more than one archive can hold');
    this.name = 'ArchiveFull';
  }
}

/** An archive as a stream, one file held at a time; the same files give the same bytes. All files have one date. */
export async function* zipStream(entries: AsyncIterable<ZipEntry>, date: Date): AsyncGenerator<Uint8Array> {
  let chunks: Uint8Array[] = [];
  let [files, bytes] = [0, 0];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
    bytes += chunk.length;
  });
  const written = () => {
    const ready = chunks;
    chunks = [];
    return ready;
  };
  for await (const { path, bytes: content, packed } of entries) {
    files += 1;
    if (files > archiveLimits.files || bytes + content.length > archiveLimits.bytes) throw new ArchiveFull();
    const file = packed ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    file.mtime = date;
    zip.add(file);
    file.push(content, true);
    yield* written();
  }
  zip.end();
  yield* written();
}
