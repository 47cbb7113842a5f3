import { describe, expect, it } from 'vitest';
import { findDate, isDateLine } from './dates.ts';

describe('findDate', () => {
  it.each([
    ['发布日期：2021-01-15', '2021-01-15'],
    ['2026-01-26 09:42来源', '2026-01-26'],
    ['2021/1/5', '2021-01-05'],
    ['2024 年 1 月 31 日', '2024-01-31'],
    ['２０２１年１月１５日', '2021-01-15'],
    ['二〇二一年一月十五日', '2021-01-15'],
    ['二○二〇年十二月三十一日', '2020-12-31'],
    ['2023-02-30', null],
    ['2023年', null],
    ['电话07990000000', null],
  ])('finds in %s', (text, date) => {
    expect(findDate(text)).toBe(date);
  });
});

describe('isDateLine', () => {
  it('knows a date that stands alone from one within a sentence', () => {
    expect(isDateLine('2024年1月15日')).toBe(true);
    expect(isDateLine('2024年1月15日前')).toBe(false);
  });
});
