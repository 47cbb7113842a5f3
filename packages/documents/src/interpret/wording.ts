import type { Finding, Format } from '@nianbao/core';
import { readingFinding } from '../findings/reading-finding.ts';
import { normaliseLabel } from '../labels/normalise.ts';
import { isTraditional } from '../labels/simplified.ts';
import type { SourceCell } from '../source/source.ts';
import { rowsOfFormat } from './format-rows.ts';
import type { TableRuns } from './run.ts';
import type { StatutoryZone } from './table-zones.ts';

const unitWord = /单位/g;
const withoutUnitWord = (key: string): string => key.replace(unitWord, '');
const keyOf = (text: string): string => withoutUnitWord(normaliseLabel(text).key);

/** A head may name the unit that the official one leaves open. */
const withoutUnit = (text: string): string => text.replace(/[（(](?:单位[:：]?)?(?:亿元|万元|元)[）)]\s*$/, '');

interface Reworded {
  readonly cell: Pick<SourceCell, 'text' | 'line' | 'column'>;
  readonly official: string;
}

const unique = (all: readonly Reworded[]): Reworded[] => [
  ...new Map(all.map((item) => [item.cell.text, item])).values(),
];

interface OfficialWording {
  /** Every head's normal form, whatever its column. */
  readonly heads: ReadonlySet<string>;
  /** The head's label by table and column, and the row's normal form by table and row. */
  readonly headOf: ReadonlyMap<string, string>;
  readonly rowKeys: ReadonlyMap<string, string>;
}

const derived = new WeakMap<Format, OfficialWording>();

function officialWording(format: Format): OfficialWording {
  const known = derived.get(format);
  if (known !== undefined) return known;
  const headOf = new Map(format.cells.map((cell) => [`${cell.table}.${cell.column}`, cell.labels.at(-1) ?? '']));
  const wording: OfficialWording = {
    heads: new Set(format.cells.map((cell) => keyOf(cell.labels.at(-1) ?? ''))),
    headOf,
    rowKeys: new Map([...rowsOfFormat(format)].map(([key, row]) => [key, keyOf(row.label)])),
  };
  derived.set(format, wording);
  return wording;
}

/** Column heads that do not say what the official table says; a head broken over lines is not one of them. */
function rewordedHeads(format: Format, tables: TableRuns): Reworded[] {
  const { heads, headOf } = officialWording(format);
  return tables.heads.flatMap((head): Reworded[] => {
    if (head.laidOut || heads.has(withoutUnitWord(head.key)) || heads.has(keyOf(withoutUnit(head.cell.text))))
      return [];
    return [{ cell: head.cell, official: headOf.get(`${head.table}.${head.column}`) ?? '' }];
  });
}

function rewordedRows(format: Format, tables: TableRuns): Reworded[] {
  const { rowKeys } = officialWording(format);
  return tables.runs.flatMap((run): Reworded[] => {
    const { label } = run;
    if (label === null || run.kind === 'laidOut' || run.digits !== null) return [];
    const name = `${label.table}.${label.row}`;
    const official = rowKeys.get(name);
    if (official === undefined || official === withoutUnitWord(label.key)) return [];
    return [{ cell: label, official: rowsOfFormat(format).get(name)?.label ?? '' }];
  });
}

function traditionalCell(zones: readonly StatutoryZone[]): SourceCell | null {
  for (const { rows } of zones) {
    for (const { cells } of rows)
      for (const cell of cells) if (cell.text.length > 1 && isTraditional(cell.text)) return cell;
  }
  return null;
}

/**
 * What the tables' own wording shows: Traditional characters, column heads and row labels unlike the official ones.
 * Each is told once. `wrapped` is true where the page breaks lines, so that a piece of a label is no rewording.
 */
export function wordingFindings(
  zones: readonly StatutoryZone[],
  found: { readonly format: Format | null; readonly tables: TableRuns; readonly wrapped: boolean },
): Finding[] {
  const findings: Finding[] = [];
  const cell = traditionalCell(zones);
  if (cell !== null) findings.push(readingFinding('READ-TRADITIONAL', cell));
  if (found.format === null || found.wrapped) return findings;
  const heads = unique(rewordedHeads(found.format, found.tables));
  const rows = unique(rewordedRows(found.format, found.tables));
  const say = (item: Reworded) =>
    item.official === '' ? `“${item.cell.text}”` : `“${item.cell.text}”（${item.official}）`;
  if (heads[0] !== undefined) {
    findings.push(readingFinding('COLUMN-HEADS', heads[0].cell, { values: { heads: heads.slice(0, 12).map(say) } }));
  }
  if (rows[0] !== undefined) {
    findings.push(readingFinding('READ-ROW-LABELS', rows[0].cell, { values: { rows: rows.slice(0, 12).map(say) } }));
  }
  return findings;
}
