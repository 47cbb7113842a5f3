import type { CarriedReport, DocumentFormatId } from '@nianbao/documents';
import { carriedText } from '@nianbao/documents';

type Writer = (carried: CarriedReport) => Promise<Uint8Array>;

const json: Writer = async (carried) => new TextEncoder().encode(`${carriedText(carried)}\n`);

/** Who writes each format; null where this build has no writer for it. */
export const documentWriters: Readonly<Record<DocumentFormatId, Writer | null>> = {
  docx: null,
  pdf: null,
  xlsx: null,
  html: null,
  csv: null,
  json,
};
