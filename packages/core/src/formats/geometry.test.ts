import { describe, expect, it } from 'vitest';
import { formats } from './formats.ts';
import type { TableGrid } from './geometry.ts';
import { tableGrid } from './geometry.ts';

/** Lays every cell over the places that its spans claim; a place claimed twice or never is a broken drawing. */
function coverage(grid: TableGrid): number[][] {
  const claimed = grid.rows.map(() => Array.from({ length: grid.columns }, () => 0));
  grid.rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row.cells) {
      while (claimed[y]?.[x]) x += 1;
      for (let dy = 0; dy < (cell.kind === 'figure' ? 1 : cell.rowSpan); dy += 1) {
        for (let dx = 0; dx < cell.columnSpan; dx += 1) {
          const line = claimed[y + dy];
          if (line !== undefined) line[x + dx] = (line[x + dx] ?? 0) + 1;
        }
      }
      x += cell.columnSpan;
    }
  });
  return claimed;
}

const tables = formats.flatMap((format) => format.tables.map((table) => ({ format, table })));

describe.each(tables)('the drawing of $table.id in format $format.id', ({ format, table }) => {
  const grid = tableGrid(format, table);

  it('covers every place exactly once', () => {
    expect(coverage(grid)).toEqual(grid.rows.map(() => Array.from({ length: grid.columns }, () => 1)));
  });

  it('shows every cell of the table once, in official order', () => {
    const shown = grid.rows.flatMap((row) =>
      row.cells.flatMap((cell) => (cell.kind === 'figure' ? [cell.cell.key] : [])),
    );
    expect(shown).toEqual(format.cells.filter((cell) => cell.table === table.id).map((cell) => cell.key));
  });
});

it('merges the results of 表三 into one label over all of its rows', () => {
  for (const format of formats) {
    const grid = tableGrid(format, format.tables[1]);
    const results = grid.rows
      .flatMap((row) => row.cells)
      .find((cell) => cell.kind === 'label' && cell.text.startsWith('三、'));
    expect(results).toMatchObject({ rowSpan: format.id === '2019' ? 20 : 22, columnSpan: 1 });
  }
});
