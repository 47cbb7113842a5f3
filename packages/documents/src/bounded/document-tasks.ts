import type { CarriedReport } from '../carried/carried-report.ts';
import type { ReadOptions } from '../read-report.ts';
import { readReport } from '../read-report.ts';
import type { ReadResult } from '../read-result.ts';
import { readFailure } from '../read-result.ts';
import type { DocumentFormatId } from '../write/document-formats.ts';
import { writeReport } from '../write/document-formats.ts';
import { readBytes } from './read-bytes.ts';

/** A file to read: its bytes, or where it is. */
export interface GivenDocument extends ReadOptions {
  readonly from: Uint8Array | string;
}

/** A document to write. */
export interface DueDocument {
  readonly id: DocumentFormatId;
  readonly carried: CarriedReport;
}

/** What a process that works on documents can be asked for. */
export const documentTasks = {
  read: {
    async run({ from, ...options }: GivenDocument): Promise<ReadResult> {
      const bytes = typeof from === 'string' ? await readBytes(from) : { ok: true as const, bytes: from };
      return bytes.ok ? readReport(bytes.bytes, options) : readFailure(bytes.code, bytes.detail);
    },
  },
  write: {
    run: ({ id, carried }: DueDocument): Promise<Uint8Array> => writeReport(id, carried),
  },
};
