import type { CellKey, CheckContext, CheckResult, Finding, Format } from '@nianbao/core';
import { cellLabel, checkReport, formatOf } from '@nianbao/core';
import type { ReadReport } from './read-result.ts';

/** Findings that say of cells that their figures are there and were not taken. */
const refusals = new Set(['READ-TABLE-ORDER', 'READ-CELLS-MORE', 'READ-CELLS-TOGETHER', 'READ-REPEATS-LOST']);

/** Rules that say of a cell that it holds no figure. */
const notFigures = new Set(['CELL-NOT-A-COUNT', 'T2-FEES-DECIMAL']);

const refusedCells = ({ report, findings }: ReadReport): CellKey[] =>
  findings
    .filter(({ rule, severity }) => refusals.has(rule) && severity === 'error')
    .flatMap(({ cells }) => cells.filter((cell) => (report.facts[cell] ?? null) === null));

/** What is left of a finding on blank cells when those are taken out of which reading has told already. */
function withoutTold(finding: Finding, told: ReadonlySet<string>, format: Format | null): Finding[] {
  if (finding.rule !== 'CELL-BLANK') return [finding];
  const cells = finding.cells.filter((cell) => !told.has(cell));
  const first = format?.cells.find((cell) => cell.key === cells[0]);
  if (first === undefined) return [];
  return [{ ...finding, cells, values: { ...finding.values, count: cells.length, first: cellLabel(first) } }];
}

/** A mark that says “none” is shown as it is written in the file: “-” is “/” only to the rules. */
function asWritten(finding: Finding, { figures }: ReadReport): Finding {
  if (finding.rule !== 'CELL-NOT-A-COUNT' || finding.actual !== '/') return finding;
  const marks = new Set(finding.cells.map((cell) => figures.get(cell)?.text.trim() ?? '/'));
  return { ...finding, actual: [...marks].join('”“') };
}

/**
 * Checks a report that was read from a file: what reading found, then what the rules find. A published file is judged as
 * published. Each difficulty is told once: rows that the file does not have are not blank cells as well, nor are figures
 * that reading would not place, and a cell that the rules call no count is not called unreadable besides.
 */
export function checkReading(read: ReadReport, context: Partial<CheckContext> = {}): CheckResult {
  const refused = refusedCells(read);
  const checked = checkReport(read.report, { stage: 'publication', refused, ...context });
  const format = formatOf(read.report);
  const told = new Set([...read.missing, ...refused]);
  const ruled = checked.findings.flatMap((finding) => withoutTold(asWritten(finding, read), told, format));
  const judged = new Set(ruled.flatMap((finding) => (notFigures.has(finding.rule) ? finding.cells : [])));
  const reading = read.findings.filter(
    (finding) => finding.rule !== 'READ-CELL-UNREADABLE' || !finding.cells.every((cell) => judged.has(cell)),
  );
  return { ...checked, findings: [...reading, ...ruled] };
}
