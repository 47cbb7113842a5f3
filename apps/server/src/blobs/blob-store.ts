/** Bytes as they are kept: named by their SHA-256 in hexadecimal, with their number. */
export interface StoredBlob {
  readonly digest: string;
  readonly size: number;
}

/** What can be stored: all at once, or as it comes (a web stream is iterated too). */
export type BlobContent = Uint8Array | AsyncIterable<Uint8Array>;

/**
 * Where files are kept: attachments, exports. A blob is named by its content, so that the same bytes are kept once and
 * never change. What refers to a blob is in the database; who takes the last reference away deletes it
 * (`attachments/sweep-blob.ts`).
 */
export interface BlobStore {
  /** Keeps the bytes. They are there whole or not at all, whatever happens meanwhile, and stay after a power cut. */
  put(content: BlobContent): Promise<StoredBlob>;
  /** The bytes as a stream; null where there is no such blob. */
  get(digest: string): Promise<ReadableStream<Uint8Array> | null>;
  has(digest: string): Promise<boolean>;
  /** Does nothing where there is no such blob. */
  delete(digest: string): Promise<void>;
}

const digestPattern = /^[0-9a-f]{64}$/;

/** The name under which a store keeps a blob: `ab/cdef…`. Throws for what is no digest. */
export function blobName(digest: string): string {
  if (!digestPattern.test(digest)) throw new TypeError('not a SHA-256 in hexadecimal');
  return `${digest.slice(0, 2)}/${digest.slice(2)}`;
}
