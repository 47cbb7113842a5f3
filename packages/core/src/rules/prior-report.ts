import { scaleFigure, unscaleFigure } from '../figures/figure-row.ts';
import type { CellKind, Format } from '../formats/format.ts';
import type { Report } from '../report/report.ts';
import { formatOf } from '../report/report.ts';
import type { CheckInput } from './rule.ts';

export interface PriorReport {
  readonly report: Report;
  readonly format: Format;
}

/** The report of the year before with its format; null where what was given is of another year or has no tables. */
export function priorReport({ prior, report }: CheckInput): PriorReport | null {
  const format = prior === null ? null : formatOf(prior);
  if (prior === null || format === null) return null;
  const follows = prior.year === null || report.year === null || prior.year === report.year - 1;
  return follows ? { report: prior, format } : null;
}

/** `minuend` − `subtrahend` of two figures of one kind, exact for money as well. */
export function exactDifference(kind: CellKind, minuend: number, subtrahend: number): number {
  const [left, right] = [scaleFigure(kind, minuend), scaleFigure(kind, subtrahend)];
  return left === null || right === null ? minuend - subtrahend : unscaleFigure(kind, left - right);
}
