import type { CheckContext, CheckResult, Finding, Format } from '@nianbao/core';
import { cellLabel, checkReport, formatOf } from '@nianbao/core';
import type { ReadReport } from './read-result.ts';

/** What is left of a finding on blank cells when the rows are taken out that READ-ROWS-MISSING has told already. */
function withoutMissing(finding: Finding, missing: ReadonlySet<string>, format: Format | null): Finding[] {
  if (finding.rule !== 'CELL-BLANK') return [finding];
  const cells = finding.cells.filter((cell) => !missing.has(cell));
  const first = format?.cells.find((cell) => cell.key === cells[0]);
  if (first === undefined) return [];
  return [{ ...finding, cells, values: { ...finding.values, count: cells.length, first: cellLabel(first) } }];
}

/**
 * Checks a report that was read from a file: what reading found, then what the rules find. A published file is judged as
 * published. Each difficulty is told once: rows that the file does not have are not blank cells as well, and a cell that
 * the rules call no count is not called unreadable besides.
 */
export function checkReading(read: ReadReport, context: Partial<CheckContext> = {}): CheckResult {
  const checked = checkReport(read.report, { stage: 'publication', ...context });
  const format = formatOf(read.report);
  const missing = new Set(read.missing);
  const ruled = checked.findings.flatMap((finding) => withoutMissing(finding, missing, format));
  const judged = new Set(ruled.flatMap((finding) => (finding.rule === 'CELL-NOT-A-COUNT' ? finding.cells : [])));
  const reading = read.findings.filter(
    (finding) => finding.rule !== 'READ-CELL-UNREADABLE' || !finding.cells.every((cell) => judged.has(cell)),
  );
  return { ...checked, findings: [...reading, ...ruled] };
}
