import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Block } from './blocks.ts';
import { headingDepths } from './heading-depth.ts';

const heading = (level: number): Block => ({ kind: 'heading', level, text: '' });

it.each([
  [
    [2, 2, 2],
    [0, 0, 0],
  ],
  [
    [3, 3, 4, 3],
    [0, 0, 1, 0],
  ],
  [
    [2, 4, 4, 3, 2],
    [0, 1, 1, 1, 0],
  ],
  [
    [4, 3, 2],
    [0, 0, 0],
  ],
])('levels %j lie %j deep', (levels, depths) => {
  expect(headingDepths(levels.map(heading))).toEqual(depths);
});

it('leaves other blocks out', () => {
  expect(headingDepths([heading(3), { kind: 'paragraph', text: '' }, heading(4)])).toEqual([0, -1, 1]);
});

it('never goes down more than one step', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 2, max: 4 })), (levels) => {
      const depths = headingDepths(levels.map(heading));
      for (const [at, depth] of depths.entries()) expect(depth).toBeLessThanOrEqual((depths[at - 1] ?? -1) + 1);
    }),
  );
});
