import { Zip, ZipDeflate } from 'fflate';

/**
 * Archives hold no clock: every part has the first day that a zip can name. Its fields are local time, and so is this
 * date, so that the bytes are the same in every time zone.
 */
const fixedDay = new Date(1980, 0, 1);

/** Text is compressed in pieces of about this size, so that no part is ever held whole. */
const pieceLength = 1 << 16;

/** Tables of the compressor, of 16 kB a part: larger ones cost twice the time for many small parts and save nothing. */
const compression = { level: 6, mem: 2 } as const;

const encoder = new TextEncoder();
const nothing = new Uint8Array(0);

/** One part of an archive that is being written. */
export class ZipPart {
  #stream: ZipDeflate;
  #held: string[] = [];
  #length = 0;

  constructor(stream: ZipDeflate) {
    this.#stream = stream;
  }

  write(text: string): void {
    this.#held.push(text);
    this.#length += text.length;
    if (this.#length >= pieceLength) this.#compress();
  }

  end(): void {
    this.#compress();
    this.#stream.push(nothing, true);
  }

  #compress(): void {
    if (this.#length === 0) return;
    this.#stream.push(encoder.encode(this.#held.join('')));
    this.#held = [];
    this.#length = 0;
  }
}

/** An archive whose parts may be written side by side; only their compressed bytes are held. */
export class ZipArchive {
  #zip: Zip;
  #chunks: Uint8Array[] = [];
  #length = 0;

  constructor() {
    this.#zip = new Zip((error, chunk) => {
      if (error !== null) throw error;
      this.#chunks.push(chunk);
      this.#length += chunk.length;
    });
  }

  open(path: string): ZipPart {
    const stream = new ZipDeflate(path, compression);
    stream.mtime = fixedDay;
    this.#zip.add(stream);
    return new ZipPart(stream);
  }

  add(path: string, text: string): void {
    const part = this.open(path);
    part.write(text);
    part.end();
  }

  /** The bytes of the archive, once every part has ended. */
  finish(): Uint8Array {
    this.#zip.end();
    const bytes = new Uint8Array(this.#length);
    let at = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  }
}
