import { largest, smallest } from './extremes.ts';
import type { Span } from './pieces.ts';
import { overlap } from './pieces.ts';

/** Which of its edges, or its middle, the figures of a column have in common. */
export type Alignment = 'left' | 'middle' | 'right';

const placeOf: Readonly<Record<Alignment, (span: Span) => number>> = {
  left: ({ left }) => left,
  middle: ({ left, right }) => (left + right) / 2,
  right: ({ right }) => right,
};
const alignments = ['left', 'middle', 'right'] as const;

/** Places that are nearer than this, in points, are the same. */
const same = 1;

/** The columns that figures stand in: figures of one column lie over each other, those of two never do. */
function clustersOf<Figure extends Span>(figures: readonly Figure[]): Figure[][] {
  const clusters: { right: number; figures: Figure[] }[] = [];
  for (const figure of figures.toSorted((a, b) => a.left - b.left)) {
    const last = clusters.at(-1);
    if (last === undefined || figure.left >= last.right) clusters.push({ right: figure.right, figures: [figure] });
    else {
      last.right = Math.max(last.right, figure.right);
      last.figures.push(figure);
    }
  }
  return clusters.map((cluster) => cluster.figures);
}

const spanOf = (figures: readonly Span[]): Span => ({
  left: smallest(figures.map(({ left }) => left)),
  right: largest(figures.map(({ right }) => right)),
});

const spread = (values: readonly number[]): number => largest(values) - smallest(values);

/** How figures are set in their columns, where those of different lengths tell it and all columns agree; else null. */
export function alignmentOf(parts: readonly (readonly Span[])[]): Alignment | null {
  const told = new Set<Alignment>();
  for (const figures of parts.flatMap(clustersOf)) {
    if (spread(figures.map(({ left, right }) => right - left)) < 3 * same) continue;
    const fitting = alignments.filter((name) => spread(figures.map(placeOf[name])) < same);
    const [only] = fitting;
    if (only !== undefined && fitting.length === 1) told.add(only);
  }
  const [only] = told;
  return told.size === 1 ? (only ?? null) : null;
}

const joined = (a: Span, b: Span): Span => ({ left: Math.min(a.left, b.left), right: Math.max(a.right, b.right) });

/**
 * The head of figures that stand under none. Set to the right, they end where their cell does: their head is the last
 * one that ends before them, however near the next one begins. Set to the left, it is the first that begins after them.
 */
function headBeside(cluster: Span, heads: readonly Span[], alignment: Alignment | null): number | null {
  const found = {
    left: () => heads.findIndex((head) => head.left >= cluster.left - same),
    right: () => heads.findLastIndex((head) => head.right <= cluster.right + same),
    middle: () => heads.findIndex((head) => Math.abs(placeOf.middle(head) - placeOf.middle(cluster)) < same),
  };
  const at = alignment === null ? -1 : found[alignment]();
  return at === -1 ? null : at;
}

/** The head over each cluster, as its index; null where one stands under several, or its head is not certain. */
function headsOver(clusters: readonly Span[], heads: readonly Span[], alignment: Alignment | null): number[] | null {
  const over = clusters.map((cluster) => [...heads.keys()].filter((at) => overlap(heads[at] ?? cluster, cluster) > 0));
  if (over.some((places) => places.length > 1)) return null;
  const asMany = clusters.length === heads.length && over.every(([place], at) => place === undefined || place === at);
  if (asMany) return [...heads.keys()];
  const taken = new Set(over.flat());
  const found: number[] = [];
  for (const [at, cluster] of clusters.entries()) {
    const next = over.slice(at + 1).find(([place]) => place !== undefined)?.[0] ?? heads.length;
    const free = [...heads.keys()].filter((place) => !taken.has(place) && place > (found.at(-1) ?? -1) && place < next);
    const beside = free.length === 1 ? free[0] : headBeside(cluster, heads, alignment);
    const place = over[at]?.[0] ?? beside ?? null;
    if (place === null || place < (found.at(-1) ?? 0)) return null;
    found.push(place);
  }
  return found;
}

/**
 * Finds the columns of figures from the figures themselves and the heads above them, which may stand to one side of
 * their column. Null where they do not tell how many columns there are, or which one figures are in.
 */
export function columnsOf(
  figures: readonly Span[],
  { heads, expected, alignment }: { heads: readonly Span[]; expected: number | null; alignment: Alignment | null },
): Span[] | null {
  const ordered = heads.toSorted((a, b) => a.left - b.left);
  const clusters = clustersOf(figures).map(spanOf);
  const areApart = (spans: readonly Span[]) =>
    spans.every((span, at) => at === 0 || overlap(span, spans[at - 1] ?? span) <= 0);
  const usable = areApart(ordered) && ordered.length > 0 && (expected === null || expected === ordered.length);
  if (!usable) return clusters.length === expected ? clusters : null;
  const places = headsOver(clusters, ordered, alignment);
  if (places === null) return null;
  if (clusters.length === ordered.length && places.every((place, at) => place === at)) return clusters;
  const columns = [...ordered];
  for (const [at, place] of places.entries()) {
    const [column, cluster] = [columns[place], clusters[at]];
    if (column !== undefined && cluster !== undefined) columns[place] = joined(column, cluster);
  }
  return areApart(columns) ? columns : null;
}

/** The column in which a figure stands: the one that it lies over most. */
export function columnAt(columns: readonly Span[], figure: Span): number | null {
  const byOverlap = [...columns.entries()].map(([at, column]) => ({ at, over: overlap(column, figure) }));
  const [best] = byOverlap.sort((a, b) => b.over - a.over);
  return best === undefined || best.over <= 0 ? null : best.at;
}
