import type { ReadOptions } from '../read-report.ts';
import { readReport } from '../read-report.ts';
import type { ReadResult } from '../read-result.ts';
import { readFailure } from '../read-result.ts';
import { readBytes } from './read-bytes.ts';

/** A file to read: its bytes, or where it is. */
export interface GivenDocument extends ReadOptions {
  readonly from: Uint8Array | string;
}

/** What a process that reads documents can be asked for. */
export const readingTasks = {
  read: {
    async run({ from, ...options }: GivenDocument): Promise<ReadResult> {
      const bytes = typeof from === 'string' ? await readBytes(from) : { ok: true as const, bytes: from };
      return bytes.ok ? readReport(bytes.bytes, options) : readFailure(bytes.code, bytes.detail);
    },
  },
};
