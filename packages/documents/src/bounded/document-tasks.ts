import type { CarriedReport } from '../carried/carried-report.ts';
import type { ReadOptions } from '../read-report.ts';
import { readReport } from '../read-report.ts';
import type { ReadResult } from '../read-result.ts';
import { readFailure } from '../read-result.ts';
import type { TableFileResult } from '../table-file/read-table-file.ts';
import { readTableFile } from '../table-file/read-table-file.ts';
import type { TableFileFormat, TableToWrite } from '../table-file/write-table-file.ts';
import { writeTableFile } from '../table-file/write-table-file.ts';
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

/** A plain table to write. */
export interface DueTable {
  readonly format: TableFileFormat;
  readonly table: TableToWrite;
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
  readTable: {
    run: (bytes: Uint8Array): TableFileResult => readTableFile(bytes),
  },
  writeTable: {
    run: ({ format, table }: DueTable): Uint8Array => writeTableFile(format, table),
  },
};
