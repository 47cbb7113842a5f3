import type { DocumentFormatId } from '@nianbao/documents';
import { readReport, writeReport } from '@nianbao/documents';
import { fill } from '../messages.ts';
import { runWords } from '../run-words.ts';
import { carriedOf } from './carried-of.ts';
import type { FileIdentity, GivenFile } from './given-file.ts';
import { openGiven } from './given-file.ts';

export interface ExportTask extends GivenFile {
  readonly format: DocumentFormatId;
}

/** What came of one file; `identity` is null where it could not be opened. */
export type ExportAnswer = { readonly identity: FileIdentity | null } & (
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** An earlier run wrote it to this path. */
  | { readonly ok: true; readonly bytes: null; readonly target: string }
  | { readonly ok: false; readonly message: string }
);

/** Reads one file and writes its report in another format. */
export async function exportFile(task: ExportTask): Promise<ExportAnswer> {
  const { lang, format, file } = task;
  const opened = await openGiven(task);
  if (!opened.ok) return { identity: null, ok: false, message: opened.message };
  const { identity } = opened;
  const read = await readReport(opened.bytes, { fileName: file });
  if (!read.ok) return { identity, ok: false, message: read.error.message[lang] };
  try {
    return { identity, ok: true, bytes: await writeReport(format, carriedOf(read)) };
  } catch (error) {
    // A writer that cannot set a report says why, in both languages.
    const reason = error instanceof Error ? error.message : String(error);
    return { identity, ok: false, message: fill(runWords.notSet[lang], { format, reason }) };
  }
}
