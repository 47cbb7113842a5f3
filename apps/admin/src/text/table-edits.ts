import type { Block } from '@nianbao/core';

export type TableBlock = Extract<Block, { kind: 'table' }>;

/** Columns of the widest row. */
export function tableWidth({ rows }: TableBlock): number {
  return Math.max(1, ...rows.map((row) => row.length));
}

export function withCell(
  table: TableBlock,
  at: { readonly row: number; readonly column: number },
  text: string,
): TableBlock {
  const rows = table.rows.map((row, index) => {
    if (index !== at.row) return row;
    const filled = [...row, ...Array<string>(Math.max(0, at.column + 1 - row.length)).fill('')];
    return filled.with(at.column, text);
  });
  return { ...table, rows };
}

export function withRow(table: TableBlock): TableBlock {
  return { ...table, rows: [...table.rows, Array<string>(tableWidth(table)).fill('')] };
}

export function withColumn(table: TableBlock): TableBlock {
  const width = tableWidth(table);
  return { ...table, rows: table.rows.map((row) => [...row, ...Array<string>(width + 1 - row.length).fill('')]) };
}

/** Takes the last row or column away; one of each always stays. */
export function withoutLast(table: TableBlock, what: 'row' | 'column'): TableBlock {
  if (what === 'row') {
    const rows = table.rows.length > 1 ? table.rows.slice(0, -1) : table.rows;
    return { ...table, rows, headRows: Math.min(table.headRows, rows.length) };
  }
  const width = tableWidth(table);
  return width === 1 ? table : { ...table, rows: table.rows.map((row) => row.slice(0, width - 1)) };
}
