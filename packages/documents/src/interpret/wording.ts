import type { Finding, Format } from '@nianbao/core';
import { readingFinding } from '../findings/reading-finding.ts';
import { normaliseLabel } from '../labels/normalise.ts';
import { isTraditional } from '../labels/simplified.ts';
import type { SourceCell } from '../source/source.ts';
import type { TableRuns } from './run.ts';
import type { StatutoryZone } from './table-zones.ts';

const unitWord = /单位/g;
const keyOf = (text: string): string => normaliseLabel(text).key.replace(unitWord, '');

interface Reworded {
  readonly cell: Pick<SourceCell, 'text' | 'line' | 'column'>;
  readonly official: string;
}

const unique = (all: readonly Reworded[]): Reworded[] => [
  ...new Map(all.map((item) => [item.cell.text, item])).values(),
];

/** Column heads that do not say what the official table says; a head broken over lines is not one of them. */
function rewordedHeads(format: Format, tables: TableRuns): Reworded[] {
  const official = new Map<string, Set<string>>();
  for (const cell of format.cells) {
    const label = cell.labels.at(-1) ?? '';
    const name = `${cell.table}.${cell.column}`;
    official.set(name, (official.get(name) ?? new Set()).add(label));
  }
  const known = new Set(format.cells.map((cell) => keyOf(cell.labels.at(-1) ?? '')));
  return tables.heads.flatMap((head): Reworded[] => {
    if (head.laidOut || known.has(keyOf(head.cell.text))) return [];
    const [label] = official.get(`${head.table}.${head.column}`) ?? [];
    return [{ cell: head.cell, official: label ?? '' }];
  });
}

function rewordedRows(format: Format, tables: TableRuns): Reworded[] {
  return tables.runs.flatMap((run): Reworded[] => {
    const { label } = run;
    if (label === null || run.kind === 'laidOut' || run.digits !== null) return [];
    const cell = format.cells.find((item) => item.table === label.table && item.row === label.row);
    const official = cell?.labels.at(-2);
    return official === undefined || keyOf(official) === keyOf(label.text) ? [] : [{ cell: label, official }];
  });
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
  const cell = zones.flatMap((zone) => zone.rows.flatMap((row) => row.cells)).find((item) => isTraditional(item.text));
  if (cell !== undefined) findings.push(readingFinding('READ-TRADITIONAL', cell));
  if (found.format === null || found.wrapped) return findings;
  const heads = unique(rewordedHeads(found.format, found.tables));
  const rows = unique(rewordedRows(found.format, found.tables));
  const say = (item: Reworded) =>
    item.official === '' ? `“${item.cell.text}”` : `“${item.cell.text}”（${item.official}）`;
  if (heads[0] !== undefined) {
    findings.push(
      readingFinding('COLUMN-HEADS', heads[0].cell, { values: { heads: heads.slice(0, 12).map(say).join('、') } }),
    );
  }
  if (rows[0] !== undefined) {
    findings.push(
      readingFinding('READ-ROW-LABELS', rows[0].cell, { values: { rows: rows.slice(0, 12).map(say).join('、') } }),
    );
  }
  return findings;
}
