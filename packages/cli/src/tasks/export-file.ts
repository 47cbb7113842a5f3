import type { DocumentFormatId } from '@nianbao/documents';
import { carry, readReport } from '@nianbao/documents';
import { fill } from '../messages.ts';
import { runWords } from '../run-words.ts';
import { documentWriters } from './document-writers.ts';
import type { GivenFile } from './given-file.ts';
import { openGiven } from './given-file.ts';

export interface ExportTask extends GivenFile {
  readonly format: DocumentFormatId;
}

export type ExportAnswer =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly message: string };

/** Reads one file and writes its report in another format. */
export async function exportFile(task: ExportTask): Promise<ExportAnswer> {
  const { lang, format, file } = task;
  const write = documentWriters[format];
  if (write === null) return { ok: false, message: fill(runWords.noWriter[lang], { format }) };
  const opened = await openGiven(task);
  if (!opened.ok) return { ok: false, message: opened.message };
  const read = await readReport(opened.bytes, { fileName: file });
  if (!read.ok) return { ok: false, message: read.error.message[lang] };
  return { ok: true, bytes: await write(carry(read.report, null)) };
}
