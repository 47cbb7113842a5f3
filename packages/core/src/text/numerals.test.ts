import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseChineseNumeral } from './numerals.ts';

test.each([
  ['两', 2],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['一百零三', 103],
  ['一百二十', 120],
  ['两千零五', 2005],
  ['三万五千', 35_000],
  ['十二万', 120_000],
  ['二零二四', 2024],
  ['零', 0],
])('%s is %i', (text, value) => {
  expect(parseChineseNumeral(text)).toBe(value);
});

test.each(['', '甲', '百千', '一二十', '万'])('“%s” is no number', (text) => {
  expect(parseChineseNumeral(text)).toBeNull();
});

const digits = '零一二三四五六七八九';

/** A number below ten thousand as it is read aloud. */
function spoken(number: number): string {
  let text = '';
  let gap = false;
  for (const [place, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(number / place) % 10;
    if (digit === 0) gap = text !== '';
    else {
      text += `${gap ? '零' : ''}${digits.charAt(digit)}${name}`;
      gap = false;
    }
  }
  return text;
}

test('every spoken number is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 9999 }), (low, high) => {
      const text = high === 0 ? spoken(low) : `${spoken(high)}万${low < 1000 ? '零' : ''}${spoken(low)}`;
      expect(parseChineseNumeral(text)).toBe(high * 10_000 + low);
    }),
  );
});
