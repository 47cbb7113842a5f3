import type { SourceCell, SourceLine, SourceRow } from '../source/source.ts';
import type { Alignment } from './columns.ts';
import { alignmentOf, columnAt, columnsOf } from './columns.ts';
import type { DrawnLabel, Labels } from './labels.ts';
import { labelsOf } from './labels.ts';
import type { DrawnRow } from './match-rows.ts';
import { matchRows } from './match-rows.ts';
import type { Part } from './parts.ts';
import { distanceTo, figureLinesOf, partsOf, tableOf, widthOf } from './parts.ts';
import type { Drawing, Piece, Span } from './pieces.ts';
import { drawingOf, overlap } from './pieces.ts';

type Place = Pick<SourceCell, 'start' | 'end'>;

/** Places across the page where no columns were found, in the units of other laid-out lines. */
const unit = 5;
const placeOnPage = ({ left, right }: Span): Place => ({
  start: Math.round(left / unit),
  end: Math.round(right / unit),
});

const cellOf = ({ text, line, column }: Pick<Piece, 'text' | 'line' | 'column'>, place: Place): SourceCell => ({
  text,
  line,
  column,
  ...place,
});

/** The columns that a head spans, from 1; the label's own column is 0. */
function placeOver(columns: readonly Span[], head: Span): Place {
  const under = [...columns.keys()].filter((at) => overlap(columns[at] ?? head, head) > 0);
  const [first] = under;
  const last = under.at(-1);
  if (first !== undefined && last !== undefined) return { start: first + 1, end: last + 2 };
  const after = columns.findIndex((column) => column.left > head.right);
  const start = after === -1 ? columns.length : after;
  return { start, end: start + 1 };
}

/** Heads as rows, those whose first lines stand side by side in one. */
function headRows(heads: readonly DrawnLabel[], columns: readonly Span[] | null): SourceRow[] {
  const rows: DrawnLabel[][] = [];
  for (const head of heads.toSorted((a, b) => a.top - b.top)) {
    const [first] = rows.at(-1) ?? [];
    if (first !== undefined && head.top - first.top < 0.4 * head.size) rows.at(-1)?.push(head);
    else rows.push([head]);
  }
  return rows.map((row): SourceRow => {
    const cells = row
      .toSorted((a, b) => a.left - b.left)
      .map((head) => cellOf(head, columns === null ? placeOnPage(head) : placeOver(columns, head)));
    return { kind: columns === null ? 'laidOut' : 'marked', cells };
  });
}

/** Figures of a cell that its width broke over lines are kept apart by a line's end, so that no one takes a part for all. */
function figureCells(row: DrawnRow, columns: readonly Span[]): SourceCell[] | null {
  const { label, lines } = row;
  const blank = { text: '', line: lines[0]?.figures[0]?.line ?? label?.line ?? 1, column: 1 };
  const held: Piece[][] = columns.map(() => []);
  for (const figure of lines.flatMap(({ figures }) => figures)) {
    const at = columnAt(columns, figure);
    if (at === null) return null;
    held[at]?.push(figure);
  }
  return held.map((figures, at) => {
    const [first] = figures;
    const text = figures.map((figure) => figure.text).join('\n');
    return cellOf(first === undefined ? blank : { ...first, text }, { start: at + 1, end: at + 2 });
  });
}

function labelCells({ label, words }: DrawnRow): SourceCell[] {
  const place = { start: 0, end: 1 };
  if (label !== null) return [cellOf(label, place)];
  const [first] = words;
  return first === undefined ? [] : [cellOf({ ...first, text: words.map(({ text }) => text).join('') }, place)];
}

const isBare = ({ label, words }: DrawnRow): boolean => label === null && words.length === 0;

/** Whether the end of a label is lost, such as the lower lines of one that a page's end cuts. */
const isCutOff = ({ text }: DrawnLabel): boolean => /[（(][^）)]*$/.test(text);

/**
 * The rows of a part whose columns are known. A label without figures is a row of blanks, but not where figures without
 * a label stand next to it, which may be its own, or where its end is lost and its figures with it: that row is missing.
 */
function rowsInColumns(rows: readonly DrawnRow[], columns: readonly Span[]): SourceRow[] {
  return rows.flatMap((row, at): SourceRow[] => {
    const { label, lines } = row;
    const beside = [rows[at - 1], rows[at + 1]].some((other) => other !== undefined && isBare(other));
    if (lines.length === 0 && (beside || (label !== null && isCutOff(label)))) return [];
    const cells = figureCells(row, columns);
    return [cells === null ? onPage(row) : { kind: 'marked', cells: [...labelCells(row), ...cells] }];
  });
}

/** A row whose columns are not known: its figures in order, with their places on the page. */
function onPage(row: DrawnRow): SourceRow {
  const figures = row.lines.flatMap((line) => line.figures.map((figure) => cellOf(figure, placeOnPage(figure))));
  return { kind: 'laidOut', cells: [...labelCells(row), ...figures] };
}

const isColumn = ({ meanings }: DrawnLabel): boolean => meanings.some(({ role }) => role === 'column');

/** Without what stands in the label's own columns, such as a running number. */
function figuresOf({ rows, lines }: Part): Piece[] {
  const rights = rows.map(({ right }) => right).sort((a, b) => a - b);
  const edge = rights[Math.floor(rights.length / 2)] ?? Number.NEGATIVE_INFINITY;
  return lines.flatMap(({ figures }) => figures.filter(({ right }) => right > edge));
}

interface Found {
  readonly labels: Labels;
  readonly drawing: Drawing;
  readonly alignment: Alignment | null;
}

function rowsOfPart(part: Part, { labels, drawing, alignment }: Found): SourceRow[] {
  const heads = part.heads.filter(isColumn);
  const expected = widthOf(tableOf(part), heads.length);
  const columns = columnsOf(figuresOf(part), { heads, expected, alignment });
  const rows = matchRows(part, { rest: labels.rest, rules: drawing.rules, pitch: labels.pitch });
  return [...headRows(part.heads, columns), ...(columns === null ? rows.map(onPage) : rowsInColumns(rows, columns))];
}

/** Whether a piece stands left of a row's label: a running number, or a character of a group's name set downwards. */
function standsBeforeLabel(piece: Piece, labels: readonly DrawnLabel[]): boolean {
  return labels.some(
    (label) =>
      label.left >= piece.right &&
      distanceTo(label, piece.y) <= 1.5 * label.size &&
      label.meanings.every(({ role }) => role === 'row'),
  );
}

/**
 * Rebuilds rows and columns of official tables that are drawn without lines between their cells, from where figures and
 * words stand on the page and from the known wordings of heads and labels. Null where the lines are not drawn, or show
 * no known label.
 */
export function drawnRows(lines: readonly SourceLine[]): SourceRow[] | null {
  const drawing = drawingOf(lines);
  if (drawing === null) return null;
  const labels = labelsOf(drawing);
  if (labels.labels.length === 0) return null;
  const figures = drawing.pieces.filter((piece) => piece.isValue && !standsBeforeLabel(piece, labels.labels));
  const parts = partsOf(labels.labels, figureLinesOf(figures));
  const alignment = alignmentOf(parts.map(figuresOf));
  return parts.flatMap((part) => rowsOfPart(part, { labels, drawing, alignment }));
}
