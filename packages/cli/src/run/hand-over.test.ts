import { describe, expect, it } from 'vitest';
import { HandOver } from './hand-over.ts';

describe('HandOver', () => {
  it('hands on every item in order and ends', async () => {
    const handOver = new HandOver<number>();
    const given = (async () => {
      for (let item = 0; item < 50; item += 1) await handOver.give(item);
      await handOver.end();
    })();
    const taken: number[] = [];
    for await (const item of handOver) taken.push(item);
    await given;
    expect(taken).toEqual(Array.from({ length: 50 }, (_, at) => at));
  });

  it('never holds more than one item', async () => {
    const handOver = new HandOver<number>();
    let given = 0;
    const giving = (async () => {
      for (; given < 5; given += 1) await handOver.give(given);
      await handOver.end();
    })();
    for await (const item of handOver) expect(given).toBeLessThanOrEqual(item + 1);
    await giving;
    expect(given).toBe(5);
  });

  it('lets the giver go on where the taker gave up', async () => {
    const handOver = new HandOver<number>();
    const giving = (async () => {
      for (let item = 0; item < 5; item += 1) await handOver.give(item);
      await handOver.end();
      return 'done';
    })();
    for await (const _ of handOver) break;
    expect(await giving).toBe('done');
  });
});
