import { checkReport, emptyReport, formatById } from '@nianbao/core';
import { expect, test } from 'vitest';
import { reasonOf, returnReasons } from './review-moves.ts';

const facts = {
  't4.review.upheld': 1,
  't4.review.corrected': 0,
  't4.review.otherOutcome': 0,
  't4.review.pending': 0,
  't4.review.total': 2,
};
const { findings } = checkReport({ ...emptyReport('云溪县林业局', 2025, formatById['2021']), facts });

test('the reasons for a return start from the findings, numbered, in the language of the screen', () => {
  const lines = returnReasons(findings, 'zh').split('\n');
  expect(lines.some((line) => line.includes('行政复议'))).toBe(true);
  expect(lines.map((line) => Number.parseInt(line, 10))).toEqual(lines.map((_, at) => at + 1));
  expect(returnReasons([], 'zh')).toBe('');
});

test('a return and a correction need a reason, an approval does not', () => {
  expect([reasonOf('return'), reasonOf('correct'), reasonOf('approve'), reasonOf('publish')]).toEqual([
    'required',
    'required',
    'none',
    'none',
  ]);
});
