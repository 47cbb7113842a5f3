import type { Locale } from '../findings/message.ts';
import { labelIn } from './english-labels.ts';
import type { BandTable, Cell, GroupTable, MatrixTable } from './format.ts';

/** Stands between the labels of a place, from the outermost group inwards. */
const separator = ' · ';

/** A row of 表二: “行政许可”. */
export function bandRowLabel(table: BandTable, row: string): string {
  return table.bands.flatMap(({ rows }) => rows).find(({ key }) => key === row)?.label ?? row;
}

/** A column of 表三 as people call it, with the group that it stands under: “法人或其他组织 · 商业企业”. */
export function columnLabel(table: MatrixTable, column: string): string {
  const label = table.columns.find(({ key }) => key === column)?.label ?? column;
  const group = table.columnGroups.find(({ columns }) => columns.length > 1 && columns.includes(column));
  return group === undefined ? label : [group.label, label].join(separator);
}

/** A row of 表三 with the group that it stands under: “（三）不予公开 · 1.属于国家秘密”. */
export function rowLabel(table: MatrixTable, row: string): string {
  const found = table.rows.find(({ key }) => key === row);
  return found === undefined ? row : [...found.groups.slice(1), found.label].join(separator);
}

/** A block of 表四 with what it stands under: “行政诉讼 · 复议后起诉”. */
export function groupLabel(table: GroupTable, group: string): string {
  return table.groups.find(({ key }) => key === group)?.labels.join(separator) ?? group;
}

/** A cell by its official labels, from the outermost to the column. */
export function cellLabel(cell: Cell): string {
  return cell.labels.join(separator);
}

/** The label of a place in the reader's language; a text that is not made of official labels stays as it is. */
export function placeIn(label: string, locale: Locale): string {
  const parts = label.split(separator);
  const translated = parts.map((part) => labelIn(part, locale));
  return translated.some((part, at) => part === parts[at]) ? label : translated.join(separator);
}
