import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCreditCode } from './credit-code.ts';
import { isWithin, regionLevel } from './region-code.ts';

describe('统一社会信用代码', () => {
  const valid = '91350100M000100Y43';

  test('the example of GB 32100 is valid', () => {
    expect(isCreditCode(valid)).toBe(true);
  });

  test.each(['', '91350100M000100Y4', '91350100M000100Y44', '91350100m000100Y43', 'O1350100M000100Y43'])(
    '%s is not',
    (code) => {
      expect(isCreditCode(code)).toBe(false);
    },
  );

  test('one wrong character is always noticed', () => {
    const characters = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY');
    fc.assert(
      fc.property(fc.nat(valid.length - 1), characters, (at, character) => {
        fc.pre(valid[at] !== character);
        expect(isCreditCode(valid.slice(0, at) + character + valid.slice(at + 1))).toBe(false);
      }),
    );
  });
});

describe('region codes', () => {
  test.each([
    ['220000', 'provincial'],
    ['220100', 'prefectural'],
    ['220184', 'county'],
    ['220184101', 'township'],
    ['220084', null],
    ['000000', null],
    ['990101', null],
    ['2201', null],
  ])('%s is %s', (code, level) => {
    expect(regionLevel(code)).toBe(level);
  });

  test.each([
    ['220184', '220100', true],
    ['220184', '220000', true],
    ['220184101', '220184', true],
    ['220184', '220184', true],
    ['220184', '220200', false],
    ['220100', '220184', false],
    ['none', '220000', false],
  ])('%s lies within %s: %s', (code, outer, within) => {
    expect(isWithin(code, outer)).toBe(within);
  });
});
