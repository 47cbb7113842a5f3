import type { CheckResult, Finding, Locale, Severity } from '@nianbao/core';
import type { ReadReport } from '@nianbao/documents';
import type { Paint } from './paint.ts';

/** A file that was read and checked. `file` is the path as it was given. */
export interface CheckedFile {
  readonly file: string;
  readonly read: ReadReport;
  readonly result: CheckResult;
  /** Whether the lines and columns of its places are those of a text that an editor can show. */
  readonly isText: boolean;
}

/** A file that could not be read, and why. */
export interface RefusedFile {
  readonly file: string;
  readonly message: string;
}

export interface Style {
  readonly lang: Locale;
  readonly paint: Paint;
}

/**
 * One file's part of an output. Findings are pieces of their own, so that those past a limit can be left out; `close`
 * ends them, and what was left out is told between it and `after`.
 */
export interface Piece {
  readonly before: string;
  readonly items: readonly string[];
  readonly close: string;
  readonly after: string;
}

export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}
