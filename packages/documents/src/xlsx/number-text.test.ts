import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { styleOfCode } from './number-styles.ts';
import { numberText, plainNumber } from './number-text.ts';

describe('plainNumber', () => {
  it.each([
    ['12.50', '12.5'],
    ['0', '0'],
    ['-0', '0'],
    ['-8', '-8'],
    ['007', '7'],
    ['1.2E-2', '0.012'],
    ['1.5E+3', '1500'],
    ['2.51e5', '251000'],
    ['0.30000000000000004', '0.3'],
    ['3.1400000000000001', '3.14'],
    ['0.99999999999999989', '1'],
    ['9007199254740993', '9007199254740993'],
    ['1E+15', '1000000000000000'],
    ['.5', '0.5'],
  ])('writes %s as %s', (written, plain) => {
    expect(plainNumber(written)).toBe(plain);
  });

  it.each(['', '.', 'x', '1,5', '1E', 'NaN', 'Infinity', '0x10', '1E9999'])('takes %j for no number', (text) => {
    expect(plainNumber(text)).toBeNull();
  });

  it('keeps the value of any number of up to fifteen digits, in plain digits', () => {
    const number = fc.tuple(fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 }), fc.integer({ min: -20, max: 20 }));
    fc.assert(
      fc.property(number, ([digits, exponent]) => {
        const plain = plainNumber(`${digits}E${exponent}`);
        expect(plain).toMatch(/^-?\d+(?:\.\d+)?$/);
        expect(Number(plain)).toBe(Number(`${digits}e${exponent}`) + 0);
      }),
    );
  });
});

describe('numberText', () => {
  const date = styleOfCode('yyyy"年"m"月"d"日"');
  it.each([
    ['a date', '45306', date, false, '2024年1月15日'],
    ['the same counted from 1904', '43844', date, false, '2020年1月14日'],
    ['a month', '45306', styleOfCode('[$-804]yyyy"年"m"月";@'), false, '2024年1月'],
    ['a day with its time', '45306.75', styleOfCode('yyyy/m/d h:mm'), false, '2024年1月15日'],
    ['a date of the Macintosh', '43844', date, true, '2024年1月15日'],
    ['a share', '0.329', styleOfCode('0.0%'), false, '32.9%'],
    ['a count with its unit in the format', '13', styleOfCode('0"件"'), false, '13'],
    ['a grouped number', '1558', styleOfCode('#,##0_);[Red](#,##0)'), false, '1558'],
    ['a number that is no day', '-5', date, false, '-5'],
  ] as const)('writes %s', (_, raw, style, from1904, text) => {
    expect(numberText(raw, style, from1904)).toBe(text);
  });
});
