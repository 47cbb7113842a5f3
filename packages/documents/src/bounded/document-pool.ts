import type { ReadResult } from '../read-result.ts';
import { readFailure } from '../read-result.ts';
import type { TableFileResult } from '../table-file/read-table-file.ts';
import type { DueDocument, DueTable, documentTasks, GivenDocument } from './document-tasks.ts';
import type { Limits } from './limits.ts';
import { openPool } from './pool.ts';
import type { Bounded } from './task.ts';

/** Reads documents of strangers, and writes documents, in processes of their own, which are ended past the bound. */
export interface DocumentPool {
  /** As `readReport`; a document that goes past the bound is a reading error like any other. Never throws. */
  read(document: GivenDocument): Promise<ReadResult>;
  /** As `writeReport`. Never throws. */
  write(document: DueDocument): Promise<Bounded<Uint8Array>>;
  /** As `readTableFile`; a table that goes past the bound is a reading error like any other. Never throws. */
  readTable(bytes: Uint8Array): Promise<TableFileResult>;
  /** As `writeTableFile`. Never throws. */
  writeTable(table: DueTable): Promise<Bounded<Uint8Array>>;
  pids(): readonly number[];
  close(): Promise<void>;
}

/** Opens a pool for documents. Its processes start with the first document. */
export function openDocumentPool(options: {
  readonly processes: number;
  readonly limits?: Partial<Limits>;
}): DocumentPool {
  const entry = new URL('document-process.ts', import.meta.url);
  const { run, pids, close } = openPool<typeof documentTasks>({ entry, ...options });
  return {
    async read(document) {
      const answer = await run('read', document);
      return answer.ok ? answer.value : readFailure(answer.failure);
    },
    write: (document) => run('write', document),
    async readTable(bytes) {
      const answer = await run('readTable', bytes);
      return answer.ok ? answer.value : { ok: false, code: answer.failure };
    },
    writeTable: (table) => run('writeTable', table),
    pids,
    close,
  };
}
