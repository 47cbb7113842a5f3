import { expect, test } from 'vitest';
import { largest, smallest } from './extremes.ts';

test('of more values than a call takes arguments', () => {
  const values = Array.from({ length: 500_000 }, (_, at) => (at * 7919) % 500_009);
  expect([smallest(values), largest(values)]).toEqual([0, 500_008]);
});
