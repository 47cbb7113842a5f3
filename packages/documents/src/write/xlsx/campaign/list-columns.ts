import { heightOf, linesIn } from '../report/row-height.ts';
import type { SheetCell, SheetLayout, SheetRow } from '../workbook/sheet.ts';
import { emptyCell, numberCell, textCell } from '../workbook/sheet.ts';

/** One column of a list: its head, its width in characters, and what it says of an item. */
export interface ListColumn<Item> {
  readonly head: string;
  readonly width: number;
  /** Whether long texts take several lines; else they are cut at the next column. */
  readonly wrapped?: boolean;
  readonly value: (item: Item) => string | number | null;
}

export const headOf = <Item>(columns: readonly ListColumn<Item>[]): SheetRow => ({
  height: 22,
  cells: columns.map(({ head }, at) => textCell(at + 1, 'columnHead', head)),
});

/** The row of one item, as high as its wrapped texts ask for. */
export function rowOf<Item>(columns: readonly ListColumn<Item>[], item: Item): SheetRow {
  let lines = 1;
  const cells = columns.map(({ value, width, wrapped }, at): SheetCell => {
    const content = value(item);
    if (content === null) return emptyCell(at + 1, 'listText');
    if (typeof content === 'number') return numberCell(at + 1, 'listNumber', content);
    if (wrapped === true) lines = Math.max(lines, linesIn(content, width));
    return textCell(at + 1, wrapped === true ? 'listWrapped' : 'listText', content);
  });
  return { height: lines === 1 ? null : heightOf(lines), cells };
}

export const listLayout = <Item>(
  columns: readonly ListColumn<Item>[],
  sheet: { readonly name: string; readonly position: number; readonly frozen: number },
): SheetLayout => ({
  name: sheet.name,
  position: sheet.position,
  shown: 'visible',
  widths: columns.map(({ width }) => width),
  frozen: { rows: 1, columns: sheet.frozen },
  gridLines: true,
  landscape: true,
  fitWidth: true,
  titleRows: 1,
});
