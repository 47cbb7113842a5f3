import type { CheckResult, Finding, Severity } from '@nianbao/core';
import type { ReadReport } from '@nianbao/documents';

/** A file that was read and checked. `file` is the path as it was given. */
export interface CheckedFile {
  readonly file: string;
  readonly read: ReadReport;
  readonly result: CheckResult;
}

export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}
