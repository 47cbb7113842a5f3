import type { Text } from '@nianbao/core';
import type { CarriedReport } from '../carried/carried-report.ts';

export const documentFormatIds = ['docx', 'pdf', 'xlsx', 'html', 'csv', 'json'] as const;

export type DocumentFormatId = (typeof documentFormatIds)[number];

/** A kind of file that a report is written to. */
export interface DocumentFormat {
  readonly id: DocumentFormatId;
  readonly name: Text;
  readonly mediaType: string;
  /** Writes the document. The same report gives the same bytes, whenever it is written. */
  readonly write: (carried: CarriedReport) => Promise<Uint8Array>;
}
