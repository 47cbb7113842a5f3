import type { Block, Finding } from '@nianbao/core';
import { readingFinding } from '../findings/reading-finding.ts';
import type { SourceLine } from '../source/source.ts';
import type { Run } from './run.ts';

export type LocalRowBlock = Extract<Block, { kind: 'localRow' }>;

/** A line that a locality added to a statutory table. */
export interface LocalRow {
  readonly table: 't2' | 't3' | 't4';
  readonly block: LocalRowBlock;
  /** True for a group of official rows with figures typed beside its name. */
  readonly isGroup: boolean;
  readonly line: number;
  readonly column: number;
}

const counted =
  /^(.{4,80}?(?:数量?|总量|件数|条数)(?:[（(][^）)]{0,40}[）)])?)\s*[:：]\s*(\d[\d,，.]*)\s*(?:件|条|项|个|次)?[。；]?$/;

/** Rows inside a statutory table that no format has: a local row, or figures typed beside a group of rows. */
export function localRowsOf(runs: readonly Run[]): LocalRow[] {
  return runs.flatMap((run): LocalRow[] => {
    const values = run.cells.filter((cell) => cell.text !== '').map((cell) => cell.text.slice(0, 200));
    if (run.foreign === null || values.length === 0) return [];
    const { text, line, column, isGroup } = run.foreign;
    return [
      {
        table: run.table,
        block: { kind: 'localRow', label: text.slice(0, 2000), values: values.slice(0, 50) },
        isGroup,
        line,
        column,
      },
    ];
  });
}

/** A line under a table that adds a count of its own (“…总数量:49”), or null for any other text. */
export function addedCount(line: SourceLine): LocalRowBlock | null {
  const match = counted.exec(line.text);
  return match === null ? null : { kind: 'localRow', label: match[1] ?? '', values: [match[2] ?? ''] };
}

/**
 * Each row that was added inside a table is told, so that nobody takes it for an official figure. Figures typed beside a
 * group's name are for the rules of the report to judge.
 */
export function localRowFindings(rows: readonly LocalRow[]): Finding[] {
  return rows
    .filter((row) => !row.isGroup)
    .map((row) =>
      readingFinding(
        'READ-LOCAL-ROW',
        { text: row.block.label, line: row.line, column: row.column },
        { values: { label: row.block.label, found: row.block.values } },
      ),
    );
}
