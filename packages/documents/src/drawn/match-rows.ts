import type { DrawnRule } from '../source/source.ts';
import { largest, smallest } from './extremes.ts';
import type { DrawnLabel } from './labels.ts';
import type { FigureLine, Part } from './parts.ts';
import { distanceTo } from './parts.ts';
import type { Piece } from './pieces.ts';
import { isRuled, overlap } from './pieces.ts';

/** What stands in one row: its label, or words that are no known label, and its figures on one line or several. */
export interface DrawnRow {
  readonly label: DrawnLabel | null;
  readonly words: readonly Piece[];
  readonly lines: readonly FigureLine[];
}

/** How far figures may stand above or below their label's lines, and how much further the next label must be. */
const slack = 0.8;
const margin = 0.35;
/** Figures that a narrow cell broke are as long as this at least. */
const shortestBroken = 4;

/**
 * The label that figures belong to. Whether cells are set to their top, middle or bottom, figures stand no higher than
 * their label's first line and no lower than its last. A rule in between sets them apart.
 */
function labelOf(line: FigureLine, labels: readonly DrawnLabel[], rules: readonly DrawnRule[]): DrawnLabel | null {
  const near = labels
    .filter((label) => {
      if (label.left >= line.left) return false;
      const nearest = Math.min(Math.max(line.y, label.top), label.bottom);
      const [above, below] = [Math.min(nearest, line.y), Math.max(nearest, line.y)];
      return !isRuled(rules, line.left, [above + 0.2 * line.size, below - 0.2 * line.size]);
    })
    .map((label) => ({ label, distance: distanceTo(label, line.y) }))
    .sort((a, b) => a.distance - b.distance || b.label.left - a.label.left);
  const [first, second] = near;
  if (first === undefined || first.distance > slack * line.size) return null;
  const alone = second === undefined || second.distance - first.distance > margin * line.size;
  return alone || overlap(first.label, second.label) < 0 ? first.label : null;
}

/** Words beside figures whose label is not known: those that stand where most labels of the part do. */
function wordsOf(line: FigureLine, part: Part, rest: readonly Piece[]): Piece[] {
  const above = largest(part.rows.map(({ bottom }) => (bottom < line.y ? bottom : Number.NEGATIVE_INFINITY)));
  const below = smallest(part.rows.map(({ top }) => (top > line.y ? top : Number.POSITIVE_INFINITY)));
  const reach = 2.5 * line.size;
  return rest.filter((piece) => {
    if (piece.left >= line.left || piece.y <= above || piece.y >= below || Math.abs(piece.y - line.y) > reach)
      return false;
    const under = part.rows.filter((label) => overlap(label, piece) > 0);
    return under.length * 2 >= part.rows.length;
  });
}

/** Whether figures are the ends of those above, which were too long for their cells. */
function goesOn(line: FigureLine, above: FigureLine | undefined, pitch: number): boolean {
  if (above === undefined || above.page !== line.page || line.y - above.y > 1.15 * pitch) return false;
  return line.figures.every((figure) =>
    above.figures.some((other) => other.text.length >= shortestBroken && overlap(figure, other) > 0),
  );
}

/** Puts the figures of a part to its labels, row by row from the top down. */
export function matchRows(
  part: Part,
  {
    rest,
    rules,
    pitch,
  }: { readonly rest: readonly Piece[]; readonly rules: readonly DrawnRule[]; readonly pitch: number },
): DrawnRow[] {
  const ofLabel = new Map<DrawnLabel, FigureLine[]>(part.rows.map((label) => [label, []]));
  const alone: { words: Piece[]; lines: FigureLine[] }[] = [];
  let lines: FigureLine[] | undefined;
  for (const line of part.lines) {
    const label = labelOf(line, part.rows, rules);
    const words = label === null ? wordsOf(line, part, rest) : [];
    if (label !== null) {
      lines = ofLabel.get(label);
      lines?.push(line);
    } else if (words.length === 0 && lines !== undefined && goesOn(line, lines.at(-1), pitch)) lines.push(line);
    else {
      lines = [line];
      alone.push({ words, lines });
    }
  }
  const rows: DrawnRow[] = [
    ...[...ofLabel].map(([label, mine]): DrawnRow => ({ label, words: [], lines: mine })),
    ...alone.map(({ words, lines: mine }): DrawnRow => ({ label: null, words, lines: mine })),
  ];
  const placeOf = ({ label, lines: [line] }: DrawnRow): number => line?.y ?? label?.top ?? 0;
  return rows.sort((a, b) => placeOf(a) - placeOf(b));
}
