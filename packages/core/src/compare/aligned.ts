/** Two things that stand in the same place of two sequences; null where one of them has nothing there. */
export type Aligned<T> =
  | { readonly before: T; readonly after: T }
  | { readonly before: T; readonly after: null }
  | { readonly before: null; readonly after: T };

/** The lengths of the longest common subsequences of what is left from each pair of places. */
function commonLengths<T>(before: readonly T[], after: readonly T[], same: (a: T, b: T) => boolean): Uint32Array[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const [a, b] = [before[i], after[j]];
      const matches = a !== undefined && b !== undefined && same(a, b);
      const [here, below] = [lengths[i], lengths[i + 1]];
      if (here === undefined || below === undefined) continue;
      here[j] = matches ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, here[j + 1] ?? 0);
    }
  }
  return lengths;
}

/**
 * Lays two sequences side by side: as many as can be in order are paired with what is the same, and what was taken away
 * stands before what was put in its place.
 */
export function align<T extends object>(
  before: readonly T[],
  after: readonly T[],
  same: (a: T, b: T) => boolean,
): Aligned<T>[] {
  const lengths = commonLengths(before, after, same);
  const left = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  const aligned: Aligned<T>[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [a, b] = [before[i], after[j]];
    if (a !== undefined && b !== undefined && same(a, b) && left(i, j) === left(i + 1, j + 1) + 1) {
      aligned.push({ before: a, after: b });
      i += 1;
      j += 1;
    } else if (a !== undefined && (b === undefined || left(i + 1, j) >= left(i, j + 1))) {
      aligned.push({ before: a, after: null });
      i += 1;
    } else if (b !== undefined) {
      aligned.push({ before: null, after: b });
      j += 1;
    }
  }
  return aligned;
}
