/** A stretch of a text, with the number of letters by which it differs from what was looked for. */
export interface NearPassage {
  readonly start: number;
  readonly end: number;
  readonly distance: number;
}

/**
 * The stretch of a text that comes nearest to a quote, by the number of letters put in, left out or changed (Sellers);
 * null for an empty text. Takes time in proportion to the product of the lengths.
 */
export function nearestPassage(text: string, quote: string): NearPassage | null {
  if (text.length === 0) return null;
  const size = quote.length;
  // Row `i`: the fewest changes that turn the first i letters of the quote into a stretch that ends here, and where it
  // starts.
  let changes = Uint16Array.from({ length: size + 1 }, (_, row) => row);
  let starts = new Uint32Array(size + 1);
  let best: NearPassage = { start: 0, end: 0, distance: size };
  for (let at = 0; at < text.length; at += 1) {
    const nextChanges = new Uint16Array(size + 1);
    const nextStarts = new Uint32Array(size + 1);
    nextStarts[0] = at + 1;
    for (let row = 1; row <= size; row += 1) {
      const replaced = (changes[row - 1] ?? 0) + (text.charCodeAt(at) === quote.charCodeAt(row - 1) ? 0 : 1);
      const added = (changes[row] ?? 0) + 1;
      const left = (nextChanges[row - 1] ?? 0) + 1;
      const fewest = Math.min(replaced, added, left);
      nextChanges[row] = fewest;
      const from = fewest === replaced ? starts[row - 1] : fewest === added ? starts[row] : nextStarts[row - 1];
      nextStarts[row] = from ?? 0;
    }
    [changes, starts] = [nextChanges, nextStarts];
    const distance = changes[size] ?? size;
    if (distance < best.distance) best = { start: starts[size] ?? 0, end: at + 1, distance };
  }
  return best;
}
