import type { ReadResult } from '../read-result.ts';
import { readFailure } from '../read-result.ts';
import type { Limits } from './limits.ts';
import { openPool } from './pool.ts';
import type { GivenDocument, readingTasks } from './reading-tasks.ts';

/** Reads documents of strangers in processes of their own, which are ended past the bound. */
export interface ReadingPool {
  /** As `readReport`; a document that goes past the bound is a reading error like any other. Never throws. */
  read(document: GivenDocument): Promise<ReadResult>;
  pids(): readonly number[];
  close(): Promise<void>;
}

/** Opens a pool of readers. Its processes start with the first document. */
export function openReadingPool(options: {
  readonly processes: number;
  readonly limits?: Partial<Limits>;
}): ReadingPool {
  const entry = new URL('reading-process.ts', import.meta.url);
  const { run, pids, close } = openPool<typeof readingTasks>({ entry, ...options });
  return {
    async read(document) {
      const answer = await run('read', document);
      return answer.ok ? answer.value : readFailure(answer.failure);
    },
    pids,
    close,
  };
}
