import type { PlacedBlock } from './blocks.ts';
import { makeBlocks } from './blocks.ts';
import type { LocalRow } from './local-rows.ts';
import { addedCount } from './local-rows.ts';
import type { StatutoryZone, ZonedItem } from './table-zones.ts';

const placeOf = ({ line, column }: { readonly line: number; readonly column: number }): string => `${line}:${column}`;

function localBlock(row: LocalRow): PlacedBlock {
  return { block: row.block, source: { line: row.line, column: row.column, breaks: [] } };
}

/** The local rows of one table, in its order. */
function localBlocks(zone: StatutoryZone, local: ReadonlyMap<string, LocalRow>): PlacedBlock[] {
  if (local.size === 0) return [];
  return zone.rows.flatMap((row) =>
    row.cells.flatMap((cell) => {
      const found = local.get(placeOf(cell));
      return found !== undefined && found.block.label === cell.text ? [localBlock(found)] : [];
    }),
  );
}

const unitOfTable = /^[（(]?(?:计量)?单位\s*[:：]\s*[^\s，。；]{1,8}[）)]?$/;

/** What stands open above a statutory table, without the line that gives the table's unit. */
function aboveTable(items: readonly ZonedItem[]): ZonedItem[] {
  const last = items.findLastIndex((item) => item.kind !== 'line' || item.text !== '');
  const item = items[last];
  return item?.kind === 'line' && unitOfTable.test(item.text) ? items.slice(0, last) : [...items];
}

/** A section's blocks: its text, the local rows of its tables where the tables stood, and counts added below them. */
export function sectionBlocks(
  items: readonly ZonedItem[],
  local: readonly LocalRow[],
  wrapWidth: number | null,
): PlacedBlock[] {
  const byPlace = new Map(local.map((row) => [placeOf(row), row]));
  const parts: PlacedBlock[][] = [];
  let open: ZonedItem[] = [];
  let belowTable = false;
  const flush = () => {
    parts.push(makeBlocks(open, wrapWidth));
    open = [];
  };
  for (const item of items) {
    if (item.kind === 'zone') {
      open = aboveTable(open);
      flush();
      parts.push(localBlocks(item, byPlace));
      belowTable = true;
      continue;
    }
    const added = belowTable && item.kind === 'line' ? addedCount(item) : null;
    if (added !== null && item.kind === 'line') {
      flush();
      parts.push([{ block: added, source: { line: item.line, column: item.column, breaks: [] } }]);
      continue;
    }
    belowTable &&= item.kind === 'line' && item.text.length < 80;
    open.push(item);
  }
  flush();
  return parts.flat();
}
