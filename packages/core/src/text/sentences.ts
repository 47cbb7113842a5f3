/** A stretch of folded text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The sentences of a folded text, as stretches without their final mark. */
export function sentencesOf(text: string): readonly Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const ends = at === text.length || '。！？\n'.includes(text.charAt(at));
    if (!ends) continue;
    if (at > start) sentences.push({ start, end: at });
    start = at + 1;
  }
  return sentences;
}

/** Puts what stands in a text, in order of place, to the sentences it stands in; sentences without any are left out. */
export function bySentence<T extends Span>(
  text: string,
  figures: readonly T[],
): readonly { readonly sentence: Span; readonly figures: readonly T[] }[] {
  let next = 0;
  return sentencesOf(text).flatMap((sentence) => {
    const from = next;
    while ((figures[next]?.start ?? Number.POSITIVE_INFINITY) < sentence.end) next += 1;
    return next > from ? [{ sentence, figures: figures.slice(from, next) }] : [];
  });
}
