/** Two ways through the same work. Both run over the same inputs and give results that can be compared. */
export interface Pair {
  readonly name: string;
  readonly baselineName: string;
  /** Operations that one call of `subject` and of `baseline` performs. */
  readonly operations: { readonly subject: number; readonly baseline: number };
  /** Largest allowed share of the baseline's time. */
  readonly target: number;
  /** Gives a number that depends on all of the work, so that none of it can be left out. */
  readonly subject: () => number | Promise<number>;
  readonly baseline: () => number | Promise<number>;
  /** Throws when subject and baseline did not do what they are measured for. */
  readonly verify: () => void | Promise<void>;
}

/** One line of the bench: `value` and `baseline` in microseconds an operation or in MB, `ratio` of the two. */
export interface Measurement {
  readonly name: string;
  readonly unit: 'µs' | 'MB';
  readonly value: number;
  readonly baseline: number;
  readonly baselineName: string;
  readonly ratio: number;
  readonly target: number;
  readonly ok: boolean;
}

let escaped = 0;

/** Milliseconds of one stretch of at least `atLeast` ms, an operation. */
async function stretch(work: Pair['subject'], operations: number, atLeast: number): Promise<number> {
  const started = performance.now();
  let calls = 0;
  let elapsed = 0;
  do {
    const result = work();
    escaped += typeof result === 'number' ? result : await result;
    calls += 1;
    elapsed = performance.now() - started;
  } while (elapsed < atLeast);
  return elapsed / (calls * operations);
}

/** Many short stretches rather than a few long ones: some of them then run undisturbed on a busy machine. */
const rounds = 40;
const warmUpRounds = 8;
const stretchMs = 25;

export const threeDigits = (number: number): number => Number(number.toPrecision(3));

/**
 * Measures a pair in turn, round after round, and takes the best of each: other load on the machine only ever adds.
 * The first rounds warm up and are dropped.
 */
export async function measure(pair: Pair): Promise<Measurement> {
  await pair.verify();
  let value = Number.POSITIVE_INFINITY;
  let baseline = Number.POSITIVE_INFINITY;
  for (let round = 0; round < warmUpRounds + rounds; round += 1) {
    globalThis.gc?.();
    const subjectTime = await stretch(pair.subject, pair.operations.subject, stretchMs);
    globalThis.gc?.();
    const baselineTime = await stretch(pair.baseline, pair.operations.baseline, stretchMs);
    if (round < warmUpRounds) continue;
    value = Math.min(value, subjectTime);
    baseline = Math.min(baseline, baselineTime);
  }
  if (Number.isNaN(escaped)) throw new Error(`${pair.name} gave no number`);
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
