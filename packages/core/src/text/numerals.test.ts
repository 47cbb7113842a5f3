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
