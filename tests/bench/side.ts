import { parentPort, workerData } from 'node:worker_threads';
import type { Pair, Side } from './pair.ts';
import type { PairName } from './pairs.ts';
import { pairs } from './pairs.ts';

/** Runs one side of a pair in a thread of its own: tells what it measures, then a stretch for each message. */
export interface SideData {
  readonly pair: PairName;
  readonly side: Side;
}

export type PairFacts = Pick<Pair, 'name' | 'baselineName' | 'target'>;

const { pair: name, side }: SideData = workerData;
const pair = await pairs[name]();
if (side === 'subject') await pair.verify();

let escaped = 0;

/** Milliseconds of one operation in a stretch of at least so many of them. */
async function stretch(atLeast: number): Promise<number> {
  const work = pair[side];
  const started = performance.now();
  let calls = 0;
  let elapsed = 0;
  do {
    const result = work();
    escaped += typeof result === 'number' ? result : await result;
    calls += 1;
    elapsed = performance.now() - started;
  } while (elapsed < atLeast);
  if (Number.isNaN(escaped)) throw new Error(`${pair.name} gave no number`);
  return elapsed / (calls * pair.operations[side]);
}

const says: PairFacts = { name: pair.name, baselineName: pair.baselineName, target: pair.target };
parentPort?.postMessage(says);
parentPort?.on('message', (atLeast: number) => {
  void stretch(atLeast).then((milliseconds) => parentPort?.postMessage(milliseconds));
});
