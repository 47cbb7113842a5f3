import { drawnRows } from '../drawn/drawn-rows.ts';
import { matchLabel } from '../labels/match-label.ts';
import type { SourceItem, SourceLine, SourceRow, SourceTable } from '../source/source.ts';
import type { ClassifiedLine } from './line-class.ts';
import { classifyLine } from './line-class.ts';
import type { Headings } from './section-heading.ts';
import { zoneRows } from './zone-rows.ts';

/** Statutory tables, as a run of rows; several of them may stand in one zone. */
export interface StatutoryZone {
  readonly kind: 'zone';
  readonly line: number;
  readonly rows: readonly SourceRow[];
  /** The lines or the table that it was told from. */
  readonly items: readonly SourceItem[];
}

export type ZonedItem = SourceItem | StatutoryZone;

const reach = 14;

function isStatutory(table: SourceTable): boolean {
  let labels = 0;
  for (const row of table.rows) {
    for (const cell of row.cells) {
      const match = cell.text.length < 2 ? null : matchLabel(cell.text);
      if (match !== null && match.kind !== 'fragment') labels += 1;
      if (labels >= 3) return true;
    }
  }
  return labels >= 2 && table.rows.length <= 3;
}

/** A table may begin at a line whose label is found in statutory tables only, with more of them soon after. */
function begins(lines: readonly ClassifiedLine[], at: number): boolean {
  const first = lines[at];
  if (first === undefined || first.kind !== 'label') return false;
  let seen = 0;
  let specific = 0;
  let inspected = 0;
  for (let next = at; next < lines.length && inspected < reach; next += 1) {
    const line = lines[next];
    if (line === undefined || line.kind === 'blank') continue;
    inspected += 1;
    if (line.kind === 'text' && line.line.text.length > 40) break;
    if (line.kind === 'label' || line.kind === 'value') seen += line.cells.length > 1 ? 2 : 1;
    if (line.specific) specific += 1;
  }
  return specific >= 1 && seen >= 3 && (first.specific || specific >= 2 || first.cells.length > 1);
}

/** The last line of the table that begins at `from`: labels and figures go on until running text or nothing follows. */
function endOf(lines: readonly ClassifiedLine[], from: number): number {
  let last = from;
  let strange = 0;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || line.kind === 'blank') continue;
    if (line.kind === 'label' || line.kind === 'value') {
      last = at;
      strange = 0;
    } else if (line.kind === 'text') {
      const length = line.line.text.length;
      strange += length > 60 || /[。；]/.test(line.line.text.slice(0, -1)) ? reach : length > 20 ? 4 : 1;
      if (strange >= reach) break;
    }
  }
  return last;
}

/** Blank cells after the last figure belong to its row. */
function withTrailingBlanks(lines: readonly ClassifiedLine[], last: number): number {
  let end = last + 1;
  while (end < lines.length && lines[end]?.kind === 'blank') end += 1;
  return end;
}

/** Puts the lines between two sections, headings or tables into the result, with the tables found among them. */
function addZones(lines: readonly SourceLine[], zoned: ZonedItem[]): void {
  const classified = lines.map(classifyLine);
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (line === undefined) break;
    if (begins(classified, at)) {
      const end = withTrailingBlanks(classified, endOf(classified, at));
      const rows = drawnRows(lines.slice(at, end)) ?? zoneRows(classified.slice(at, end));
      zoned.push({ kind: 'zone', line: line.line, rows, items: lines.slice(at, end) });
      at = end;
    } else {
      zoned.push(line);
      at += 1;
    }
  }
}

/** Finds the statutory tables among lines and tables. A section's heading ends whatever table came before it. */
export function findZones(items: readonly SourceItem[], headings: Headings): ZonedItem[] {
  const zoned: ZonedItem[] = [];
  let lines: SourceLine[] = [];
  const flush = () => {
    addZones(lines, zoned);
    lines = [];
  };
  for (const item of items) {
    if (item.kind === 'line' && !headings.has(item)) {
      lines.push(item);
      continue;
    }
    flush();
    if (item.kind === 'table' && isStatutory(item)) {
      zoned.push({ kind: 'zone', line: item.line, rows: item.rows, items: [item] });
    } else zoned.push(item);
  }
  flush();
  return zoned;
}
