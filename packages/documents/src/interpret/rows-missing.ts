import type { CellKey, Finding, Format } from '@nianbao/core';
import type { SourceSpot } from '../findings/reading-finding.ts';
import { readingFinding } from '../findings/reading-finding.ts';
import type { FormatRow } from './format-rows.ts';
import { rowsOfFormat } from './format-rows.ts';

const tableNames = { t2: '表二', t3: '表三', t4: '表四' } as const;
const mostNames = 8;

/** The rows that the source does not have at all, as against rows whose cells it leaves blank. */
function missingRows(format: Format, rowsFound: ReadonlySet<string>): FormatRow[] {
  return [...rowsOfFormat(format)].flatMap(([key, row]) => (rowsFound.has(key) ? [] : [row]));
}

export function missingCells(format: Format, rowsFound: ReadonlySet<string>): CellKey[] {
  return missingRows(format, rowsFound).flatMap((row) => row.cells.map((cell) => cell.key));
}

/**
 * One finding for all rows that are missing, by table, so that a fragment is called one and not a hundred times. Its place
 * is where the tables end.
 */
export function rowsMissing(format: Format, rowsFound: ReadonlySet<string>, last: SourceSpot | null): Finding[] {
  const missing = missingRows(format, rowsFound);
  if (missing.length === 0) return [];
  const parts = [...Map.groupBy(missing, (row) => row.table)].map(([table, rows]) => {
    const whole = [...rowsOfFormat(format).values()].filter((row) => row.table === table).length === rows.length;
    if (whole) return `${tableNames[table]}（整表）`;
    const labels = rows.map((row) => row.label);
    const named = labels.length > mostNames ? [...labels.slice(0, mostNames - 1), `等 ${labels.length} 行`] : labels;
    return `${tableNames[table]}：${named.join('、')}`;
  });
  return [
    readingFinding('READ-ROWS-MISSING', last === null ? null : { ...last, text: '' }, {
      cells: missing.flatMap((row) => row.cells.map((cell) => cell.key)),
      values: { rows: parts },
    }),
  ];
}
