import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Side } from './pair.ts';
import type { PairName } from './pairs.ts';
import type { PairFacts, SideData } from './side.ts';

/** One line of the bench: `value` and `baseline` in microseconds an operation, in milliseconds or in MB, `ratio` of the two. */
export interface Measurement {
  readonly name: string;
  readonly unit: 'µs' | 'ms' | 'MB';
  readonly value: number;
  readonly baseline: number;
  readonly baselineName: string;
  readonly ratio: number;
  readonly target: number;
  readonly ok: boolean;
}

/** Many short stretches rather than a few long ones: some of them then run undisturbed on a busy machine. */
const rounds = 40;
const warmUpRounds = 40;
const stretchMs = 25;

export const threeDigits = (number: number): number => Number(number.toPrecision(3));

function startSide(pair: PairName, side: Side): Worker {
  const workerData: SideData = { pair, side };
  return new Worker(new URL('./side.ts', import.meta.url), { workerData });
}

async function factsOf(worker: Worker): Promise<PairFacts> {
  const [facts] = await once(worker, 'message');
  return facts;
}

async function stretch(worker: Worker): Promise<number> {
  worker.postMessage(stretchMs);
  const [milliseconds] = await once(worker, 'message');
  return milliseconds;
}

/**
 * Measures a pair in turn, round after round, and takes the best of each: other load on the machine only ever adds. Each
 * side has a thread, and with it a heap and a compiler, of its own, as it has where it is used: what the machine learns
 * of one way through the same code, and what that leaves behind, does not slow the other. The first rounds warm up and
 * are dropped.
 */
export async function measure(pairName: PairName): Promise<Measurement> {
  const subject = startSide(pairName, 'subject');
  const pair = await factsOf(subject);
  const reference = startSide(pairName, 'baseline');
  await factsOf(reference);
  let value = Number.POSITIVE_INFINITY;
  let baseline = Number.POSITIVE_INFINITY;
  for (let round = 0; round < warmUpRounds + rounds; round += 1) {
    const subjectTime = await stretch(subject);
    const baselineTime = await stretch(reference);
    if (round < warmUpRounds) continue;
    value = Math.min(value, subjectTime);
    baseline = Math.min(baseline, baselineTime);
  }
  await Promise.all([subject.terminate(), reference.terminate()]);
  const ratio = value / baseline;
  return {
    name: pair.name,
    unit: 'µs',
    value: threeDigits(value * 1000),
    baseline: threeDigits(baseline * 1000),
    baselineName: pair.baselineName,
    ratio: threeDigits(ratio),
    target: pair.target,
    ok: ratio <= pair.target,
  };
}
