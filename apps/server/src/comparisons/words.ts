import { diffArrays } from 'diff';
import { z } from 'zod';

export const wordsSchema = z.array(z.object({ change: z.enum(['none', 'added', 'removed']), text: z.string() }));

/** Two texts as one: what both have, what was put in, what was taken out. */
export type Words = z.infer<typeof wordsSchema>;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Beyond so many changed words the two texts are simply different: finding the least difference would take too long. */
const mostEdits = 2000;

const wordsOf = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Compares two texts word by word, in Chinese as in any other language. */
export function compareWords(before: string, after: string): Words {
  const parts = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: mostEdits });
  if (parts === undefined) {
    const whole: Words = [
      { change: 'removed', text: before },
      { change: 'added', text: after },
    ];
    return whole.filter(({ text }) => text !== '');
  }
  return parts.map(({ added, removed, value }) => ({
    change: added ? 'added' : removed ? 'removed' : 'none',
    text: value.join(''),
  }));
}
