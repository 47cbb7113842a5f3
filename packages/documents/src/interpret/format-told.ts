import type { Format } from '@nianbao/core';
import { formatById, formatForYear } from '@nianbao/core';
import type { TableRuns } from './run.ts';

/**
 * The format that the tables themselves show, by heads and rows that only one format has. Tables that both formats have
 * alike, or none at all, leave it to the report year; null where neither tells, and for reports from before 2019.
 */
export function formatTold(tables: TableRuns, year: number | null): Format | null {
  const otherTyped = tables.runs.some(
    (run) => run.label?.row === 'other' && run.cells.some((cell) => cell.text !== ''),
  );
  const older = tables.votes['2019'] + (otherTyped ? 1 : 0);
  const newer = tables.votes['2021'];
  if (older !== newer) return formatById[older > newer ? '2019' : '2021'];
  return year === null ? null : formatForYear(year);
}
