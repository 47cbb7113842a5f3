/** A place in a sheet; rows and columns count from 1. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, both corners included. */
export interface CellArea {
  readonly from: CellPlace;
  readonly to: CellPlace;
}

/** The letters of a column: 1 is A, 27 is AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** How a reference moves when its formula is applied to other cells: not at all, along rows only, or with them. */
export type Anchor = 'fixed' | 'columnFixed' | 'free';

const dollars: Readonly<Record<Anchor, readonly [column: string, row: string]>> = {
  fixed: ['$', '$'],
  columnFixed: ['$', ''],
  free: ['', ''],
};

export function placeName({ row, column }: CellPlace, anchor: Anchor = 'free'): string {
  const [beforeColumn, beforeRow] = dollars[anchor];
  return `${beforeColumn}${columnName(column)}${beforeRow}${row}`;
}

export function areaName({ from, to }: CellArea, anchor: Anchor = 'free'): string {
  const single = from.row === to.row && from.column === to.column;
  return single ? placeName(from, anchor) : `${placeName(from, anchor)}:${placeName(to, anchor)}`;
}

function follows({ from, to }: CellArea, place: CellPlace): boolean {
  const along = from.row === to.row && place.row === to.row && place.column === to.column + 1;
  const down = from.column === to.column && place.column === to.column && place.row === to.row + 1;
  return along || down;
}

/** Gathers places that follow each other along a row or down a column, so that formulas name ranges, not each cell. */
export function areasOf(places: readonly CellPlace[]): readonly CellArea[] {
  const areas: CellArea[] = [];
  for (const place of places) {
    const last = areas.at(-1);
    if (last !== undefined && follows(last, place)) areas[areas.length - 1] = { from: last.from, to: place };
    else areas.push({ from: place, to: place });
  }
  return areas;
}

/** Gathers areas that lie under each other with the same columns into rectangles. */
export function rectanglesOf(areas: readonly CellArea[]): readonly CellArea[] {
  const rectangles: CellArea[] = [];
  for (const { from, to } of areas) {
    const last = rectangles.at(-1);
    const below = last !== undefined && from.row === last.to.row + 1;
    if (below && from.column === last.from.column && to.column === last.to.column) {
      rectangles[rectangles.length - 1] = { from: last.from, to };
    } else rectangles.push({ from, to });
  }
  return rectangles;
}

/** The name of a sheet as formulas write it before a reference. */
export const sheetPrefix = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'!`;
