import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf, marksIn } from './marks.ts';

const marked = (text: string, words: readonly string[]) =>
  marksIn(text, words).map(({ start, end }) => text.slice(start, end));

describe('marks', () => {
  test.each([
    ['云溪县林业局公开林长制', ['林业局', '林'], ['林业局', '林']],
    ['ＡＢＣ与abc', ['abc'], ['ＡＢＣ', 'abc']],
    ['行政复议诉讼', ['行政复议', '复议诉讼'], ['行政复议诉讼']],
    ['没有', ['林'], []],
  ])('%s', (text, words, expected) => {
    expect(marked(text, words)).toEqual(expected);
  });

  test('an excerpt is a whole stretch of the text with the first word in it', () => {
    const texts = fc.string({ unit: fc.constantFrom('林', '业', '𠮷', 'a', '。'), maxLength: 600 });
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        const text = `${left}松材线虫病${right}`;
        const { text: excerpt, marks, cutBefore, cutAfter } = excerptOf(text, ['松材线虫病']);
        expect(text).toContain(excerpt);
        expect(excerpt.isWellFormed()).toBe(true);
        expect(marks.map(({ start, end }) => excerpt.slice(start, end))).toContain('松材线虫病');
        expect(cutBefore || cutAfter).toBe(excerpt.length < text.length);
      }),
    );
  });
});
