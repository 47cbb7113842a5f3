import type { DocumentPool } from '@nianbao/documents/bounded';
import { openDocumentPool } from '@nianbao/documents/bounded';

/**
 * Opens the processes that read and write the documents of a server: two at a time, and eight more waiting. They start
 * with the first document and end when none has come for some minutes.
 */
export function openDocuments(): DocumentPool {
  return openDocumentPool({ processes: 2, limits: { waiting: 8 } });
}
