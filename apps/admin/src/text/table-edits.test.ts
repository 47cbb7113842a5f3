import { describe, expect, test } from 'vitest';
import type { TableBlock } from './table-edits.ts';
import { tableWidth, withCell, withColumn, withoutLast, withRow } from './table-edits.ts';

const table: TableBlock = { kind: 'table', caption: null, headRows: 1, rows: [['年度', '件数'], ['2025']] };

describe('a table in the text', () => {
  test('takes a cell beyond the end of a short row', () => {
    expect(withCell(table, { row: 1, column: 1 }, '4').rows).toEqual([
      ['年度', '件数'],
      ['2025', '4'],
    ]);
  });

  test('grows and shrinks, and keeps one row and one column', () => {
    expect(withRow(table).rows.at(-1)).toEqual(['', '']);
    expect(tableWidth(withColumn(table))).toBe(3);
    expect(withColumn(table).rows.every((row) => row.length === 3)).toBe(true);
    const least = withoutLast(withoutLast(withoutLast(table, 'row'), 'column'), 'column');
    expect(withoutLast(least, 'row').rows).toEqual([['年度']]);
  });
});
