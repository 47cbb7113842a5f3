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

test('two long texts that have nothing in common are compared, which takes no longer than a test may', () => {
  const long = (character: string) => Array.from({ length: 40_000 }, (_, at) => `${character}${at}`).join('，');
  const { draft, read } = wordDifferences(long('甲'), long('乙'));
  expect([draft.length, read.length]).not.toContain(0);
});
