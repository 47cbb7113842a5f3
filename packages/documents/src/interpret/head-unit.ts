import type { Cell } from '@nianbao/core';
import type { ReadFigure } from './figures.ts';
import type { ColumnHead } from './run.ts';

const unitInHead = /(?:[（(](?:单位[:：]?)?|单位[:：]?|\s)(亿元|万元|千元|百元|元)[）)]?\s*$/;
/** What one of a unit is in 万元, as a power of ten. */
const powers: Readonly<Record<string, number>> = { 亿元: 4, 万元: 0, 千元: -1, 百元: -2, 元: -4 };

/** The unit that the head over a money column names, where it is another than the official one. */
export function otherUnit(cell: Cell, heads: readonly ColumnHead[]): string | null {
  if (cell.kind !== 'money' || cell.unit !== '万元') return null;
  const head = heads.find(({ column, table }) => column === cell.column && table === cell.table);
  const unit = head === undefined ? null : (unitInHead.exec(head.cell.text)?.[1] ?? null);
  return unit === cell.unit ? null : unit;
}

/** A figure of such a column in 万元; its decimal point is moved by text, so that no digit is lost. */
export function inOfficialUnit(value: ReadFigure['value'], unit: string): ReadFigure['value'] {
  return typeof value === 'number' ? Number(`${value}e${powers[unit] ?? 0}`) : value;
}
