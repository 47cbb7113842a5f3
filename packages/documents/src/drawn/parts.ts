import type { TableId } from '@nianbao/core';
import { formats } from '@nianbao/core';
import { largest } from './extremes.ts';
import type { DrawnLabel } from './labels.ts';
import type { Piece } from './pieces.ts';

/** Figures on one baseline. */
export interface FigureLine {
  readonly figures: readonly Piece[];
  readonly y: number;
  readonly left: number;
  readonly size: number;
  readonly page: number;
}

/** Heads and the rows under them, up to the next heads. */
export interface Part {
  readonly heads: DrawnLabel[];
  readonly rows: DrawnLabel[];
  readonly lines: FigureLine[];
}

const sameBaseline = 0.35;

/** Puts figures that share a baseline together, from the top down. */
export function figureLinesOf(pieces: readonly Piece[]): FigureLine[] {
  const lines: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.y - b.y)) {
    const [first] = lines.at(-1) ?? [];
    const same = first !== undefined && first.page === piece.page && piece.y - first.y <= sameBaseline * piece.size;
    if (same) lines.at(-1)?.push(piece);
    else lines.push([piece]);
  }
  return lines.flatMap((line): FigureLine[] => {
    const figures = line.toSorted((a, b) => a.left - b.left);
    const [first] = figures;
    return first === undefined
      ? []
      : [
          {
            figures,
            y: first.y,
            left: first.left,
            size: largest(figures.map(({ size }) => size)),
            page: first.page,
          },
        ];
  });
}

/** How far a baseline is from the lines of a label, in points. */
export const distanceTo = ({ top, bottom }: DrawnLabel, y: number): number => Math.max(top - y, y - bottom, 0);

type Role = 'head' | 'row' | 'group';

function rolesOf({ meanings }: DrawnLabel): ReadonlySet<Role> {
  // The name of a group of rows may be a synonym of a head as well; beside its rows it heads nothing.
  const isGroup = meanings.some((meaning) => meaning.role === 'group' && meaning.rows);
  return new Set(meanings.map(({ role }): Role => (role === 'row' ? 'row' : isGroup ? 'group' : 'head')));
}

const standsBeside = (label: DrawnLabel, line: FigureLine): boolean =>
  line.left > label.right && distanceTo(label, line.y) <= 0.4 * label.size;

/** Tells the heads among labels that may be either, such as “总计”: no figures beside them, and heads next to them. */
function isHead(label: DrawnLabel, heads: readonly DrawnLabel[], lines: readonly FigureLine[]): boolean {
  if (label.numbered) return false;
  const beside = lines.some((line) => standsBeside(label, line));
  const reach = 3 * label.size;
  const among = heads.some((head) => head.top <= label.bottom + reach && head.bottom >= label.top - reach);
  return among && !beside;
}

/** The groups of 表四 are labels of rows where they have figures beside them and stand left of all of these. */
function isRowOfDisputes({ meanings }: DrawnLabel): boolean {
  return meanings.some((meaning) => meaning.role === 'group' && meaning.table === 't4' && meaning.group !== null);
}

interface Event {
  readonly at: number;
  readonly add: (part: Part) => void;
  readonly opens: boolean;
}

/** Divides labels and figures into parts: each part of 表二 has heads of its own, the other tables are one part each. */
export function partsOf(labels: readonly DrawnLabel[], lines: readonly FigureLine[]): Part[] {
  const roles = new Map(labels.map((label) => [label, rolesOf(label)]));
  const sure = labels.filter(
    (label) => roles.get(label)?.has('row') === false && roles.get(label)?.has('head') === true,
  );
  const events: Event[] = lines.map((line) => ({ at: line.y, add: (part) => part.lines.push(line), opens: false }));
  const isOnlyRow = (label: DrawnLabel) => [...(roles.get(label) ?? [])].every((role) => role === 'row');
  /** A name of a row in one format and of a group in another is a row where no row stands between it and figures. */
  const isRow = (label: DrawnLabel) =>
    lines.some(
      (line) =>
        standsBeside(label, line) &&
        !labels.some((other) => isOnlyRow(other) && other.left >= label.right && standsBeside(other, line)),
    );
  for (const label of labels) {
    const mine = roles.get(label) ?? new Set<Role>();
    const asRow = mine.has('group')
      ? mine.has('row') && isRow(label)
      : mine.has('row')
        ? mine.size === 1 || !isHead(label, sure, lines)
        : isRowOfDisputes(label) && lines.some((line) => line.figures.length > 1 && standsBeside(label, line));
    const opens = !asRow && mine.has('head');
    if (!asRow && !opens) continue;
    events.push({ at: label.top, add: (part) => (opens ? part.heads : part.rows).push(label), opens });
  }
  const parts: Part[] = [];
  for (const { add, opens } of events.sort((a, b) => a.at - b.at)) {
    let part = parts.at(-1);
    if (part === undefined || (opens && part.rows.length + part.lines.length > 0)) {
      part = { heads: [], rows: [], lines: [] };
      parts.push(part);
    }
    add(part);
  }
  return parts;
}

/** The table that labels belong to, where they can belong to one only. */
export function tableOf({ heads, rows }: Part): TableId | null {
  for (const { meanings } of [...heads, ...rows]) {
    const tables = new Set(meanings.map((meaning) => meaning.table));
    const [only] = tables;
    if (tables.size === 1 && only !== undefined) return only;
  }
  return null;
}

const widest = (index: 1 | 2): number => Math.max(...formats.map(({ tables }) => tables[index].columns.length));
const groups = Math.max(...formats.map(({ tables }) => tables[2].groups.length));

/** How many columns of figures a table has; null where its parts differ in them. */
export function widthOf(table: TableId | null, heads: number): number | null {
  if (table === 't3') return widest(1);
  if (table === 't4') return heads === widest(2) ? heads : groups * widest(2);
  return null;
}
