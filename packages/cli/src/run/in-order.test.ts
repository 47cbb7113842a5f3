import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOrder } from './in-order.ts';

it('gives results in the order of the inputs, whatever takes how long, and works on no more than it may', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(5), { maxLength: 40 }), fc.integer({ min: 1, max: 8 }), async (turns, width) => {
      let underWay = 0;
      let most = 0;
      const work = async (at: number) => {
        underWay += 1;
        most = Math.max(most, underWay);
        for (let turn = turns[at] ?? 0; turn > 0; turn -= 1) await Promise.resolve();
        underWay -= 1;
        return at;
      };
      const results: number[] = [];
      for await (const result of inOrder(turns.keys(), width, work)) results.push(result);
      expect(results).toEqual([...turns.keys()]);
      expect(most).toBeLessThanOrEqual(width);
    }),
  );
});
