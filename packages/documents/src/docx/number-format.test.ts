import { describe, expect, it } from 'vitest';
import { formatNumber } from './number-format.ts';

describe('formatNumber', () => {
  it.each([
    ['chineseCounting', 1, '一'],
    ['chineseCountingThousand', 10, '十'],
    ['japaneseCounting', 12, '十二'],
    ['chineseCountingThousand', 20, '二十'],
    ['chineseCountingThousand', 103, '一百零三'],
    ['chineseCountingThousand', 1010, '一千零一十'],
    ['chineseLegalSimplified', 21, '贰拾壹'],
    ['ideographTraditional', 3, '丙'],
    ['decimal', 7, '7'],
    ['decimalZero', 7, '07'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalEnclosedCircleChinese', 3, '③'],
    ['decimalEnclosedCircle', 21, '21'],
    ['lowerLetter', 28, 'bb'],
    ['upperRoman', 14, 'XIV'],
    ['lowerRoman', 0, '0'],
    ['none', 3, ''],
    ['a format to come', 3, '3'],
  ])('writes in %s the number %i as %s', (format, number, written) => {
    expect(formatNumber(format, number)).toBe(written);
  });
});
