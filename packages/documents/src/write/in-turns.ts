import { setImmediate } from 'node:timers/promises';

/** After so many reports others have their turn. */
const atOnce = 10;

/** Gives reports one by one, and now and then lets a server that writes many of them answer others meanwhile. */
export async function* inTurns<Item>(items: Iterable<Item> | AsyncIterable<Item>): AsyncGenerator<Item> {
  let count = 0;
  for await (const item of items) {
    yield item;
    count += 1;
    if (count % atOnce === 0) await setImmediate();
  }
}
