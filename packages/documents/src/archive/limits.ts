/**
 * How much of an archive is taken in. A report with its pictures stays far below each of these; what goes beyond is not
 * a document that anybody wrote but one made to fill memory.
 */
export const archiveLimits = {
  entries: 5000,
  /** Bytes of one part when inflated. */
  entryBytes: 48 * 1024 * 1024,
  /** Bytes of all parts that one reading inflates. */
  totalBytes: 96 * 1024 * 1024,
  /** How many times larger than its packed form a part may be, where it is larger than `ratioFrom` bytes. */
  ratio: 250,
  ratioFrom: 4 * 1024 * 1024,
} as const;
