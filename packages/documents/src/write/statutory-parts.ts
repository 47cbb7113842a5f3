import type { Facts, Format, PlacedCorner, PlacedFigure, PlacedHead, PlacedPart, StatutoryTable } from '@nianbao/core';
import { formats, placeGrid, tableGrid } from '@nianbao/core';
import { figureText } from './figure-text.ts';

/** A figure in its place, as the document shows it. */
export type ShownFigure = PlacedFigure & { readonly text: string };

export interface ShownRow {
  /** `band` opens a part of 表二 with its article; `head` holds column heads; `body` holds figures. */
  readonly kind: 'band' | 'head' | 'body';
  readonly cells: readonly (PlacedHead | PlacedCorner | ShownFigure)[];
}

/** A statutory table as every document draws it. */
export interface StatutoryPart {
  readonly kind: 'statutoryTable';
  readonly table: StatutoryTable;
  /** Such as “表三 收到和处理政府信息公开申请情况”. */
  readonly name: string;
  /** Such as “单位：件”; null where the table itself says its units. */
  readonly unit: string | null;
  readonly columns: number;
  /** How many of the first columns hold labels. */
  readonly labelColumns: number;
  /** The heads of the table and its body, or the bands of 表二. */
  readonly groups: readonly { readonly kind: 'head' | 'body'; readonly rows: readonly ShownRow[] }[];
}

interface Drawing {
  readonly columns: number;
  readonly labelColumns: number;
  readonly parts: readonly PlacedPart[];
}

const numbers = { t2: '表二', t3: '表三', t4: '表四' } as const;

function draw(format: Format, table: StatutoryTable): Drawing {
  const grid = tableGrid(format, table);
  return { columns: grid.columns, labelColumns: grid.labelColumns, parts: placeGrid(grid, table.id) };
}

/** Every drawing there is, made once: they differ by format and table alone. */
const drawings = new Map(
  formats.map((format) => [format.id, new Map(format.tables.map((table) => [table.id, draw(format, table)]))]),
);

/** Draws a statutory table with the figures of a report. */
export function statutoryPart(format: Format, table: StatutoryTable, facts: Facts): StatutoryPart {
  const { columns, labelColumns, parts } = drawings.get(format.id)?.get(table.id) ?? draw(format, table);
  return {
    kind: 'statutoryTable',
    table,
    name: `${numbers[table.id]} ${table.title}`,
    unit: table.layout === 'bands' || table.unit === null ? null : `单位：${table.unit}`,
    columns,
    labelColumns,
    groups: parts.map(({ kind, rows }) => ({
      kind,
      rows: rows.map((row) => ({
        kind: row.kind,
        cells: row.cells.map((cell) =>
          cell.kind === 'figure' ? { ...cell, text: figureText(facts[cell.cell.key]) } : cell,
        ),
      })),
    })),
  };
}
