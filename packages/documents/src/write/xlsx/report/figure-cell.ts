import type { Cell, CellValue } from '@nianbao/core';
import type { SheetCell } from '../workbook/sheet.ts';
import type { LookName } from '../workbook/styles.ts';

/** How figures look: with the lines of the official table, or plain. */
export type FigureLook = 'ruled' | 'plain';

const looks = {
  ruled: { count: 'count', change: 'count', money: 'money', mark: 'mark', unread: 'unread' },
  plain: { count: 'plainCount', change: 'plainCount', money: 'plainMoney', mark: 'plainMark', unread: 'plainUnread' },
} as const satisfies Readonly<Record<FigureLook, Readonly<Record<Cell['kind'] | 'mark' | 'unread', LookName>>>>;

/** The look of a cell that holds a number of this kind. */
export const numberLook = (cell: Cell, look: FigureLook): LookName => looks[look][cell.kind];

/** What a figure is in a sheet: a number, nothing, “/” or the text that could not be read; never a number in its stead. */
export function figureCell(cell: Cell, value: CellValue | undefined, look: FigureLook): Omit<SheetCell, 'column'> {
  if (typeof value === 'number') return { look: numberLook(cell, look), content: { kind: 'number', value } };
  if (value === '/') return { look: looks[look].mark, content: { kind: 'text', text: value } };
  if (typeof value === 'object' && value !== null && value.unreadable !== '') {
    return { look: looks[look].unread, content: { kind: 'text', text: value.unreadable } };
  }
  return { look: numberLook(cell, look), content: { kind: 'empty' } };
}
