import { describe, expect, it } from 'vitest';
import { isValueText, readCell } from './cell-value.ts';

describe('readCell', () => {
  it.each([
    ['0', 0],
    [' 12 ', 12],
    ['１２', 12],
    ['\u00a03', 3],
    ['1,234,567', 1_234_567],
    ['1，234', 1234],
    ['+5', 5],
    ['〇', 0],
    ['3件', 3],
    ['', null],
    ['\u3000', null],
    ['/', '/'],
    ['／', '/'],
    ['—', '/'],
    ['无', '/'],
  ])('reads the count %j as %j', (text, value) => {
    expect(readCell(text, 'count', '件').value).toBe(value);
  });

  it.each(['0/0', '000', '12 34', '1\n2', '2.5', '-3', '约10件', '见附件', '3元', '1,23', '10%'])(
    'leaves the count %j unread and keeps its text',
    (text) => {
      expect(readCell(text, 'count', '件').value).toEqual({ unreadable: text });
    },
  );

  it.each([
    ['增1558', 1558, 'sign'],
    ['减38', -38, 'sign'],
    ['减少2项', -2, 'sign'],
    ['减0', 0, 'sign'],
    ['-8', -8, null],
    ['−8', -8, null],
    ['+21', 21, null],
  ] as const)('reads the change %j as %d', (text, value, note) => {
    expect(readCell(text, 'change', '项')).toEqual({ value, note, unit: null });
  });

  it.each([
    ['251000元', '万元', 25.1],
    ['0.092', '万元', 0.092],
    ['3.5万元', '万元', 3.5],
    ['2601.953875万', '万元', 2601.953875],
    ['1.2亿元', '万元', 12_000],
    ['251000元', null, 251_000],
  ] as const)('reads the money %j in a table of %s as %d', (text, unit, value) => {
    expect(readCell(text, 'money', unit).value).toBe(value);
  });

  it('tells what it had to understand besides digits', () => {
    expect(readCell('251000元', 'money', '万元')).toEqual({ value: 25.1, note: 'unit', unit: '元' });
  });
});

describe('isValueText', () => {
  it.each(['0', '12', '/', '-', '增8', '0.5万元', '0/0'])('takes %j for a figure', (text) => {
    expect(isValueText(text)).toBe(true);
  });

  it.each(['', '规章', '2023年', '第3项', '总计', '1.属于国家秘密'])('does not take %j for a figure', (text) => {
    expect(isValueText(text)).toBe(false);
  });
});
