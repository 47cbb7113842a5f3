import { expect, test } from 'vitest';
import { periodsOf } from './periods.ts';

const first = { year: 2024, month: 1, day: 1 };
const last = { year: 2024, month: 12, day: 31 };

test.each([
  '自2024年1月1日至2024年12月31日',
  '2024年1月1日起至12月31日止',
  '从2024年1月1日到12月31日止',
  '自2024年1月1日起，至2024年12月31日止',
  '2024年1月1日-2024年12月31日',
])('reads the period in “%s”', (text) => {
  expect(periodsOf(text)).toMatchObject([{ from: first, to: last }]);
});

test('a date that lost its 年 is damaged, not another year', () => {
  expect(periodsOf('自20241月1日起至202412月31日止')).toMatchObject([{ from: null, to: null }]);
  expect(periodsOf('自2024年1月1日起至202412月31日止')).toMatchObject([{ from: first, to: null }]);
});

test('a single date is no period', () => {
  expect(periodsOf('2024年5月15日施行，截至2024年12月31日')).toEqual([]);
});
