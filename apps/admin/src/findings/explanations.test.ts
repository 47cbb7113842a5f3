import type { Facts, Finding } from '@nianbao/core';
import { answeredBy } from '@nianbao/core';
import { expect, test } from 'vitest';
import { answerTo, unexplained } from './explanations.ts';

const facts: Facts = { 't3.received.total': 40, 't3.carriedOut.total': 12 };
const warning: Finding = {
  rule: 'T3-CARRIED-OUT-SHARE',
  instance: 'total',
  severity: 'warning',
  cells: [],
  expected: 8,
  actual: 12,
  difference: 4,
  place: null,
  values: {},
  repair: null,
};
const answer = { ...answeredBy(warning, facts), text: '年底集中收到申请。' };

test('a warning is answered by the explanation that was written for it', () => {
  expect(answerTo([answer], warning, facts)).toEqual({ answer, stands: true });
  expect(unexplained([warning], [answer], facts)).toEqual([]);
});

test('an explanation of other figures is shown but no longer answers', () => {
  const now = { ...warning, actual: 15, difference: 7 };
  expect(answerTo([answer], now, facts)).toEqual({ answer, stands: false });
  expect(unexplained([now], [answer], facts)).toEqual([now]);
});

test('another instance has its own explanation, and errors and notices need none', () => {
  expect(answerTo([answer], { ...warning, instance: 'enterprise' }, facts)).toBeNull();
  expect(
    unexplained(
      [
        { ...warning, severity: 'error' },
        { ...warning, severity: 'notice' },
      ],
      [],
      facts,
    ),
  ).toEqual([]);
});
