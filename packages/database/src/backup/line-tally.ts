import { createHash } from 'node:crypto';

/** Counts and digests lines as they go by. */
export class LineTally {
  readonly #hash = createHash('sha256');
  rows = 0;

  add(chunk: Uint8Array): void {
    this.#hash.update(chunk);
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) this.rows += 1;
  }

  end(): { readonly rows: number; readonly digest: string } {
    return { rows: this.rows, digest: this.#hash.digest('hex') };
  }
}
