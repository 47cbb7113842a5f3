import type { CellKey, Finding, Format } from '@nianbao/core';
import type { SourceSpot } from '../findings/reading-finding.ts';
import { readingFinding } from '../findings/reading-finding.ts';

const tableNames = { t2: '表二', t3: '表三', t4: '表四' } as const;

/** The cells of rows that the source does not have at all, as against cells that it leaves blank. */
export function missingCells(format: Format, rowsFound: ReadonlySet<string>): CellKey[] {
  return format.cells.filter((cell) => !rowsFound.has(`${cell.table}.${cell.row}`)).map((cell) => cell.key);
}

/** One finding for all rows that are missing, by table, so that a fragment is called one and not a hundred times. */
export function rowsMissing(format: Format, rowsFound: ReadonlySet<string>, last: SourceSpot | null): Finding[] {
  const parts: string[] = [];
  for (const table of format.tables) {
    const cells = format.cells.filter((cell) => cell.table === table.id);
    const labels = new Map(cells.map((cell) => [cell.row, cell.labels.at(-2) ?? cell.row]));
    const missing = [...labels].filter(([row]) => !rowsFound.has(`${table.id}.${row}`)).map(([, label]) => label);
    if (missing.length === 0) continue;
    const whole = missing.length === labels.size;
    const names = missing.length > 8 ? [...missing.slice(0, 7), `等 ${missing.length} 行`] : missing;
    parts.push(whole ? `${tableNames[table.id]}（整表）` : `${tableNames[table.id]}：${names.join('、')}`);
  }
  if (parts.length === 0) return [];
  const cells = missingCells(format, rowsFound);
  return [readingFinding('READ-ROWS-MISSING', last, { cells, values: { rows: parts.join('；') } })];
}
