import type { CheckStage, Finding } from '@nianbao/core';
import { checkReading, kindBySignature, readReport } from '@nianbao/documents';
import type { CheckOutputId } from '../output/check-formats.ts';
import { checkFormat } from '../output/check-formats.ts';
import type { CheckedFile, Piece } from '../output/checked-file.ts';
import { countBySeverity } from '../output/checked-file.ts';
import { painter } from '../output/paint.ts';
import type { SeverityCounts } from '../output/totals.ts';
import type { FileIdentity, GivenFile } from './given-file.ts';
import { openGiven } from './given-file.ts';

export interface CheckTask extends GivenFile {
  readonly stage: CheckStage;
  readonly format: CheckOutputId;
  readonly colour: boolean;
  readonly mostOfRule: number | null;
}

export interface FileChecked {
  readonly ok: true;
  readonly agency: string | null;
  readonly counts: SeverityCounts;
  readonly rules: Readonly<Record<string, number>>;
  readonly piece: Piece;
}

/** What came of one file; `identity` is null where it could not be opened. */
export type CheckAnswer = { readonly identity: FileIdentity | null } & (
  | FileChecked
  | { readonly ok: false; readonly message: string }
);

function countByRule(findings: readonly Finding[]): Record<string, number> {
  const rules: Record<string, number> = {};
  for (const { rule } of findings) rules[rule] = (rules[rule] ?? 0) + 1;
  return rules;
}

/** The first findings of each rule. */
function firstOfRule(findings: readonly Finding[], most: number | null): readonly Finding[] {
  if (most === null) return findings;
  const shown = new Map<string, number>();
  return findings.filter(({ rule }) => {
    const before = shown.get(rule) ?? 0;
    shown.set(rule, before + 1);
    return before < most;
  });
}

/** Reads and checks one file and writes its part of the output. */
export async function checkFile(task: CheckTask): Promise<CheckAnswer> {
  const { file, lang, stage, format, colour, mostOfRule } = task;
  const opened = await openGiven(task);
  if (!opened.ok) return { identity: null, ok: false, message: opened.message };
  const { bytes, identity } = opened;
  const read = await readReport(bytes, { fileName: file });
  if (!read.ok) return { identity, ok: false, message: read.error.message[lang] };
  const { piece } = await checkFormat(format);
  const result = checkReading(read, { stage });
  const { findings } = result;
  const checked: CheckedFile = { file, read, result, isText: kindBySignature(bytes) === 'text' };
  return {
    identity,
    ok: true,
    agency: read.report.agency,
    counts: countBySeverity(findings),
    rules: countByRule(findings),
    piece: piece(checked, firstOfRule(findings, mostOfRule), { lang, paint: painter(colour) }),
  };
}
