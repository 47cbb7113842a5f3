import { diffArrays } from 'diff';

/** A stretch of text, and whether the other side says it otherwise. */
export interface Stretch {
  readonly text: string;
  readonly changed: boolean;
}

export interface WordDifferences {
  readonly draft: readonly Stretch[];
  readonly read: readonly Stretch[];
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const mostMilliseconds = 300;

const segments = (text: string) => Array.from(words.segment(text), ({ segment }) => segment);

function append(stretches: Stretch[], text: string, changed: boolean): void {
  const last = stretches.at(-1);
  if (last?.changed === changed) stretches[stretches.length - 1] = { text: last.text + text, changed };
  else stretches.push({ text, changed });
}

/** Where two texts differ, by words. Texts too unlike to be compared in good time differ as a whole. */
export function wordDifferences(draft: string, read: string): WordDifferences {
  const parts = diffArrays(segments(draft), segments(read), { timeout: mostMilliseconds });
  const sides: { draft: Stretch[]; read: Stretch[] } = { draft: [], read: [] };
  if (parts === undefined) return { draft: [{ text: draft, changed: true }], read: [{ text: read, changed: true }] };
  for (const { value, added, removed } of parts) {
    const text = value.join('');
    if (!added) append(sides.draft, text, removed);
    if (!removed) append(sides.read, text, added);
  }
  return sides;
}
