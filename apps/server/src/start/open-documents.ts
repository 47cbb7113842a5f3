import type { DocumentPool } from '@nianbao/documents/bounded';
import { openDocumentPool } from '@nianbao/documents/bounded';

/**
 * Opens the processes that read and write the documents of a server: two files at a time, and as many more waiting as two minutes are enough for at worst.
 * Their processes start with the first file and end when none has come for some minutes.
 */
export function openDocuments(): DocumentPool {
  return openDocumentPool({ processes: 2, limits: { wallMs: 30_000, waiting: 8 } });
}
