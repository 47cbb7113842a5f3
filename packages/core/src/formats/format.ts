/**
 * The shape of a statutory format: which tables a report of certain years has, what their rows, columns and cells are
 * called officially, and in which unit each figure is counted. Formats are data; the schema, the rules, the form, the
 * viewer's tables, and every import and export derive from them.
 */

export type FormatId = '2019' | '2021';

export type TableId = 't2' | 't3' | 't4';

export type SectionId = 'overview' | 'proactiveDisclosure' | 'applications' | 'disputes' | 'problems' | 'otherMatters';

declare const cellKey: unique symbol;
/** The name of one figure, such as `t3.refused.stateSecret.naturalPerson`; the same in code, files and APIs. */
export type CellKey = string & { readonly [cellKey]: true };

/**
 * What a cell counts: `count` a whole number of 0 or more; `change` a whole number that may be negative (本年增/减);
 * `money` an exact decimal of 0 or more with at most six places, so that an amount in 万元 is held to the 分.
 */
export type CellKind = 'count' | 'change' | 'money';

/** 件 and 项 for counts, 万元 for fees; null where the official table states no unit (采购总金额, 2019). */
export type Unit = '件' | '项' | '万元' | null;

export interface Cell {
  readonly key: CellKey;
  /** Position in the typed row of figures, in the order of the official tables. */
  readonly index: number;
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
  readonly kind: CellKind;
  readonly unit: Unit;
  /** Official labels from the outermost group to the column, for people and for matching. */
  readonly labels: readonly string[];
}

export interface Section {
  readonly number: 1 | 2 | 3 | 4 | 5 | 6;
  readonly id: SectionId;
  readonly title: string;
  readonly kind: 'narrative' | 'table';
}

export interface BandColumn {
  readonly key: string;
  readonly label: string;
  readonly unit: Unit;
  readonly kind: CellKind;
}

/** One part of 表二: the article that obliges, its own column heads, its rows. */
export interface Band {
  readonly article: string;
  readonly columns: readonly BandColumn[];
  readonly rows: readonly { readonly key: string; readonly label: string }[];
}

export interface BandTable {
  readonly layout: 'bands';
  readonly id: 't2';
  readonly section: 2;
  readonly title: string;
  readonly bands: readonly Band[];
}

export interface MatrixRow {
  readonly key: string;
  readonly label: string;
  /** Enclosing row groups, outermost first. */
  readonly groups: readonly string[];
}

export interface MatrixTable {
  readonly layout: 'matrix';
  readonly id: 't3';
  readonly section: 3;
  readonly title: string;
  readonly unit: Unit;
  /** The consistency note that is printed on the form, without its brackets. */
  readonly note: string;
  /** The head above all applicant columns. */
  readonly head: string;
  readonly columnGroups: readonly { readonly label: string; readonly columns: readonly string[] }[];
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  readonly rows: readonly MatrixRow[];
}

export interface GroupTable {
  readonly layout: 'groups';
  readonly id: 't4';
  readonly section: 4;
  readonly title: string;
  readonly unit: Unit;
  readonly groups: readonly { readonly key: string; readonly labels: readonly string[] }[];
  readonly columns: readonly { readonly key: string; readonly label: string }[];
}

export type StatutoryTable = BandTable | MatrixTable | GroupTable;

export interface FormatDefinition {
  readonly id: FormatId;
  /** The notice that prescribes the format. */
  readonly basis: string;
  readonly reportYears: { readonly from: number; readonly to: number | null };
  readonly sections: readonly Section[];
  readonly tables: readonly [BandTable, MatrixTable, GroupTable];
}

/** A format with what derives from its definition: its cells in official order and their positions. */
export interface Format extends FormatDefinition {
  readonly cells: readonly Cell[];
  readonly indexOf: ReadonlyMap<string, number>;
}

function cellsOf(table: StatutoryTable): Omit<Cell, 'index'>[] {
  const key = (row: string, column: string) => `${table.id}.${row}.${column}` as CellKey;
  switch (table.layout) {
    case 'bands':
      return table.bands.flatMap((band) =>
        band.rows.flatMap((row) =>
          band.columns.map((column) => ({
            key: key(row.key, column.key),
            table: table.id,
            row: row.key,
            column: column.key,
            kind: column.kind,
            unit: column.unit,
            labels: [band.article, row.label, column.label],
          })),
        ),
      );
    case 'matrix':
      return table.rows.flatMap((row) =>
        table.columns.map((column) => ({
          key: key(row.key, column.key),
          table: table.id,
          row: row.key,
          column: column.key,
          kind: 'count' as const,
          unit: table.unit,
          labels: [...row.groups, row.label, column.label],
        })),
      );
    case 'groups':
      return table.groups.flatMap((group) =>
        table.columns.map((column) => ({
          key: key(group.key, column.key),
          table: table.id,
          row: group.key,
          column: column.key,
          kind: 'count' as const,
          unit: table.unit,
          labels: [...group.labels, column.label],
        })),
      );
  }
}

/** Derives the cells of a format, in official order. Called once for each format. */
export function defineFormat(definition: FormatDefinition): Format {
  const cells = definition.tables.flatMap(cellsOf).map((cell, index) => ({ ...cell, index }));
  return { ...definition, cells, indexOf: new Map(cells.map((cell) => [cell.key, cell.index])) };
}
