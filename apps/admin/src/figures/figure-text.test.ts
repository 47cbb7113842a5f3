import { describe, expect, test } from 'vitest';
import { figureText, parseFigure, sameFigure } from './figure-text.ts';

describe('what is typed into a cell', () => {
  test.each([
    ['count', '', null],
    ['count', '  ', null],
    ['count', '0', 0],
    ['count', '007', 7],
    ['count', '１２３', 123],
    ['count', '1,234', 1234],
    ['count', '1，234，567', 1234567],
    ['count', '12 345', 12345],
    ['count', '/', '/'],
    ['count', '／', '/'],
    ['count', '+5', 5],
    ['money', '3.20', 3.2],
    ['money', '12,000.50', 12000.5],
    ['money', '0.000001', 0.000001],
    ['money', '0.0000005', { unreadable: '0.0000005' }],
    ['change', '-4', -4],
    ['change', '－4', -4],
    ['change', '减4', -4],
    ['change', '增12', 12],
  ] as const)('%s “%s”', (kind, typed, value) => {
    expect(parseFigure(kind, typed)).toEqual(value);
  });

  test.each([
    ['count', '-4'],
    ['count', '3.5'],
    ['count', '12件'],
    ['count', '—'],
    ['count', '1,23'],
    ['count', '9007199254740993'],
    ['count', '减4'],
    ['count', '=1+1'],
    ['money', '251000元'],
    ['money', '0.1234567'],
  ] as const)('%s “%s” stays text and is not guessed', (kind, typed) => {
    expect(parseFigure(kind, typed)).toEqual({ unreadable: typed });
  });

  test('an input shows what the cell holds', () => {
    const values = [null, undefined, '/', 0, 3.2, { unreadable: '12件' }] as const;
    expect(values.map((value) => figureText(value))).toEqual(['', '', '/', '0', '3.2', '12件']);
  });

  test('a zero and a blank are not the same', () => {
    expect(sameFigure(0, null)).toBe(false);
    expect(sameFigure(null, undefined)).toBe(true);
    expect(sameFigure({ unreadable: '5' }, 5)).toBe(false);
  });
});
