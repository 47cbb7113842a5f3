import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordDifferences } from './word-differences.ts';

const marked = (stretches: readonly { text: string; changed: boolean }[]) =>
  stretches.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');

test('marks the words that differ on either side', () => {
  const { draft, read } = wordDifferences('全年收到申请25件，均已办结。', '全年收到申请24件，均已按期办结。');
  expect(marked(draft)).toBe('全年收到申请[25]件，均已办结。');
  expect(marked(read)).toBe('全年收到申请[24]件，均已[按期]办结。');
});

test('a text that the draft lacks differs as a whole', () => {
  expect(wordDifferences('', '没有。')).toEqual({ draft: [], read: [{ text: '没有。', changed: true }] });
});

test('both sides say what they said, whatever they say', () => {
  const text = fc.string({ unit: fc.constantFrom('公开', '申请', '1', '2', '，', '\n', '县', 'a', ' ') });
  fc.assert(
    fc.property(text, text, (draft, read) => {
      const differences = wordDifferences(draft, read);
      expect(differences.draft.map((stretch) => stretch.text).join('')).toBe(draft);
      expect(differences.read.map((stretch) => stretch.text).join('')).toBe(read);
      const kept = (side: typeof differences.draft) => side.filter(({ changed }) => !changed).map(({ text: t }) => t);
      expect(kept(differences.draft).join('')).toBe(kept(differences.read).join(''));
    }),
  );
});

test('two long texts that have nothing in common take time in proportion to their length', () => {
  const long = (character: string, words: number) =>
    Array.from({ length: words }, (_, at) => `${character}${at}`).join('，');
  // Below a tenth of a second a measurement says nothing.
  const busyWith = (words: number) => {
    const [one, other] = [long('甲', words), long('乙', words)];
    const start = performance.now();
    const { draft, read } = wordDifferences(one, other);
    const busy = Math.max(performance.now() - start, 100);
    expect(draft.map(({ text }) => text).join('')).toBe(one);
    expect(read.map(({ text }) => text).join('')).toBe(other);
    expect(read.some(({ changed }) => changed)).toBe(true);
    return busy;
  };
  const short = busyWith(10_000);
  expect(busyWith(40_000) / short).toBeLessThan(10);
});
