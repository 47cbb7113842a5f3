import type { LabelMeaning } from '../labels/label-book.ts';
import { startsLabel } from '../labels/label-starts.ts';
import { matchLabel } from '../labels/match-label.ts';
import { largest, smallest } from './extremes.ts';
import type { Drawing, Piece } from './pieces.ts';
import { isRuled, overlap } from './pieces.ts';

/** A label of the official tables, put together from the lines of its cell. */
export interface DrawnLabel {
  readonly text: string;
  readonly meanings: readonly LabelMeaning[];
  readonly numbered: boolean;
  readonly left: number;
  readonly right: number;
  /** Baselines of its first and its last line. */
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  readonly page: number;
  readonly line: number;
  readonly column: number;
}

export interface Labels {
  readonly labels: readonly DrawnLabel[];
  /** Words that belong to no known label. */
  readonly rest: readonly Piece[];
  /** How far the lines of a label stand apart, in points. */
  readonly pitch: number;
}

/** Lines of a cell stand no further apart than this many times their height. */
const furthest = 3.2;

const known = (text: string) => {
  const match = matchLabel(text);
  return match?.kind === 'known' ? match : null;
};

/** A mark alone on its line adds nothing to a label, and may be one of a label beside it that is set downwards. */
const hasWords = ({ text }: Piece): boolean => /[\p{L}\p{N}]/u.test(text);

const textOfAll = (chain: readonly Piece[]): string => chain.map((piece) => piece.text).join('');

/** Pieces that may go on with what a chain begins: beneath its last line, the nearest first, or right beside it. */
function nextOf(
  chain: readonly Piece[],
  { free, rules }: { free: readonly Piece[]; rules: Drawing['rules'] },
): Piece[] {
  const last = chain.at(-1);
  if (last === undefined) return [];
  const box = {
    left: smallest(chain.map((piece) => piece.left)),
    right: largest(chain.map((piece) => piece.right)),
  };
  const below = free.filter((piece) => {
    const drop = piece.y - last.y;
    if (drop < 0.5 * last.size || drop > furthest * last.size || overlap(piece, box) <= 0) return false;
    const middle = (Math.max(piece.left, box.left) + Math.min(piece.right, box.right)) / 2;
    return !isRuled(rules, middle, [last.y, piece.y - 0.5 * piece.size]);
  });
  const beside = free.filter((piece) => {
    const gap = piece.left - last.right;
    return Math.abs(piece.y - last.y) < 0.3 * last.size && gap > 0 && gap < 1.3 * last.size;
  });
  return [...below.sort((a, b) => a.y - b.y || overlap(b, box) - overlap(a, box)), ...beside];
}

/** The longest known label that begins with a piece, as the pieces that it is of. */
function chainFrom(piece: Piece, given: { free: readonly Piece[]; rules: Drawing['rules'] }): Piece[] | null {
  let chain = [piece];
  let text = piece.text;
  if (!startsLabel(text) && known(text) === null) return null;
  let best = known(text) === null ? null : chain;
  for (;;) {
    const next = nextOf(chain, given).find((other) => startsLabel(text + other.text));
    if (next === undefined) return best;
    chain = [...chain, next];
    text += next.text;
    if (known(text) !== null) best = chain;
  }
}

const middleOf = (values: readonly number[]): number | null =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;

/**
 * Puts labels together whose cells break them over lines. Which lines are one label is told by the known wordings: no
 * line between cells says where a label ends.
 */
export function labelsOf({ pieces, rules }: Drawing): Labels {
  const words = pieces.filter((piece) => !piece.isValue && hasWords(piece));
  const free = new Set(words);
  const labels: DrawnLabel[] = [];
  const drops: number[] = [];
  for (const piece of words) {
    if (!free.has(piece)) continue;
    const near = words.filter((other) => free.has(other) && other !== piece && other.y >= piece.y - piece.size);
    const chain = chainFrom(piece, { free: near, rules });
    const match = chain === null ? null : known(textOfAll(chain));
    const last = chain?.at(-1);
    if (chain === null || match === null || last === undefined) continue;
    for (const [at, part] of chain.entries()) {
      free.delete(part);
      const above = chain[at - 1];
      if (above !== undefined && above.page === part.page && part.y > above.y + 0.5 * part.size)
        drops.push(part.y - above.y);
    }
    labels.push({
      text: textOfAll(chain),
      meanings: match.meanings,
      numbered: match.numbered,
      left: smallest(chain.map((part) => part.left)),
      right: largest(chain.map((part) => part.right)),
      top: piece.y,
      bottom: last.y,
      size: piece.size,
      page: piece.page,
      line: piece.line,
      column: piece.column,
    });
  }
  const size = middleOf(words.map((word) => word.size)) ?? 10;
  return { labels, rest: [...free], pitch: middleOf(drops) ?? 1.5 * size };
}
