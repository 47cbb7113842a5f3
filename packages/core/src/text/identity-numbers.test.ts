import { expect, test } from 'vitest';
import { isBankCard, isIdentityNumber, passesLuhn, personalNumbers } from './identity-numbers.ts';

test('an identity number has a region, a birthday and the right check digit', () => {
  expect(isIdentityNumber('11010519491231002X')).toBe(true);
  expect(isIdentityNumber('11010519491231002x')).toBe(true);
  expect(isIdentityNumber('110105194912310021')).toBe(false);
  expect(isIdentityNumber('110105194913310021')).toBe(false);
  expect(isIdentityNumber('000105194912310021')).toBe(false);
});

test('a bank card passes Luhn and begins as cards do', () => {
  expect(passesLuhn('4111111111111111')).toBe(true);
  expect(isBankCard('4111111111111111')).toBe(true);
  expect(isBankCard('4111111111111112')).toBe(false);
  expect(isBankCard('9111111111111111')).toBe(false);
});

test.each([
  ['identityCard', '申请人身份证11010519491231002X', '110*************2X'],
  ['bankCard', '汇入4111 1111 1111 1111账户', '411***********11'],
  ['mobile', '请拨打13912345678', '139******78'],
  ['mobile', '请拨打139 1234 5678', '139******78'],
])('finds a number of kind %s and never repeats it', (kind, text, masked) => {
  const found = personalNumbers(text);
  expect(found.map((number) => [number.kind, number.masked])).toEqual([[kind, masked]]);
});

test.each([
  '索引号：11010519491231002X',
  '统一社会信用代码11220000013544357T',
  'http://yunxi.example/t20210129_13912345678.html',
  '电话0517-83605210',
  '公开信息1234567条',
])('finds none in “%s”', (text) => {
  expect(personalNumbers(text)).toEqual([]);
});

test('neighbouring cells of a table are no groups of one number', () => {
  expect(personalNumbers('139 1234 5678', true)).toEqual([]);
});
