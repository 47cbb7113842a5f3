import type { FormatId } from '@nianbao/core';
import { carriedText, checkReading, readReport } from '@nianbao/documents';
import { countBySeverity } from '../output/checked-file.ts';
import type { SeverityCounts } from '../output/totals.ts';
import { carriedOf } from './carried-of.ts';
import type { FileIdentity, GivenFile } from './given-file.ts';
import { openGiven } from './given-file.ts';

/** A figure that was read with less than certainty, and where it stands. */
export interface UncertainFigure {
  readonly cell: string;
  readonly text: string;
  readonly confidence: number;
  readonly page: number | null;
  readonly sheet: string | null;
  readonly line: number;
  readonly column: number;
}

export interface FileImported {
  readonly ok: true;
  readonly agency: string | null;
  readonly year: number | null;
  readonly format: FormatId | null;
  readonly digest: string;
  /** The report in the form that files carry. */
  readonly text: string;
  readonly figures: number;
  readonly uncertain: readonly UncertainFigure[];
  readonly findings: SeverityCounts;
}

export type ImportAnswer = { readonly identity: FileIdentity | null } & (
  | FileImported
  | { readonly ok: false; readonly message: string }
);

/** Figures below this are told as uncertain. */
const certain = 0.9;

/** Reads one file into the machine-readable form. */
export async function importFile(task: GivenFile): Promise<ImportAnswer> {
  const opened = await openGiven(task);
  if (!opened.ok) return { identity: null, ok: false, message: opened.message };
  const { identity } = opened;
  const read = await readReport(opened.bytes, { fileName: task.file });
  if (!read.ok) return { identity, ok: false, message: read.error.message[task.lang] };
  const { report, figures } = read;
  const carried = carriedOf(read);
  const uncertain = [...figures].flatMap(([cell, { text, confidence, part, line, column }]): UncertainFigure[] => {
    const page = part?.kind === 'page' ? part.page : null;
    const sheet = part?.kind === 'sheet' ? part.name : null;
    return confidence < certain ? [{ cell, text, confidence, page, sheet, line, column }] : [];
  });
  return {
    identity,
    ok: true,
    ...{ agency: report.agency, year: report.year, format: report.format, digest: carried.digest, uncertain },
    text: `${carriedText(carried)}\n`,
    figures: figures.size,
    findings: countBySeverity(checkReading(read, { stage: 'import' }).findings),
  };
}
