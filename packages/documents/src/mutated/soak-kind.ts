import fc from 'fast-check';
import { usualLimits } from '../bounded/limits.ts';
import type { Pool } from '../bounded/pool.ts';
import { openPool } from '../bounded/pool.ts';
import type { KindName, MutatedKind } from './kinds.ts';
import { mutatedKinds } from './kinds.ts';
import { mutated, mutations } from './mutation.ts';
import type { Reading } from './reading.ts';
import { Tally } from './tally.ts';
import type { mutatedTasks } from './tasks.ts';

/** Files that are read at the same time, each in a process of its own. */
const processes = 2;
/** How much later than its bound a process may be gone, in milliseconds, on a machine that is busy. */
const graceMs = 3000;

export interface Soak {
  readonly seed: number;
  /** How many files of each kind. */
  readonly count: number;
  /** The one file that is wanted; null for all. */
  readonly input: number | null;
  /** Where something of this machine listens that nobody should ever ask. */
  readonly port: number;
  /** The sound files of the kind. */
  readonly sound: readonly Uint8Array[];
  /** Is given each file before it is read. */
  readonly show: (name: string, bytes: Uint8Array) => void;
}

async function readBounded(pool: Pool<typeof mutatedTasks>, bytes: Uint8Array, fileName: string): Promise<Reading> {
  const started = performance.now();
  const answer = await pool.run('read', { bytes, fileName });
  const milliseconds = performance.now() - started;
  if (answer.ok) {
    const { peakMb, fault } = answer.value;
    const isOver = peakMb !== null && peakMb > usualLimits.residentMb;
    return { ...answer.value, fault: fault ?? (isOver ? `held ${peakMb.toFixed(0)} MB` : null) };
  }
  const isBounded = answer.failure === 'TOO_SLOW' || answer.failure === 'TOO_MUCH_MEMORY';
  const isLate = milliseconds > usualLimits.wallMs + usualLimits.startMs + graceMs;
  const fault = isBounded
    ? isLate
      ? `ended after ${milliseconds.toFixed(0)} ms only`
      : null
    : 'the process broke down';
  return { outcome: answer.failure, fault, milliseconds, peakMb: null };
}

/** Reads mutated files of one kind within the usual bounds, and says what came of it. The same seed gives the same files. */
export async function soakKind(name: KindName, { seed, count, input, port, sound, show }: Soak): Promise<Tally> {
  const kind: MutatedKind = mutatedKinds[name];
  const tally = new Tally(name);
  const started = performance.now();
  const drawn = fc.sample(mutations, { seed, numRuns: input === null ? count : input + 1 });
  const waiting = [...drawn.entries()].filter(([at]) => input === null || at === input);
  const pool = openPool<typeof mutatedTasks>({ entry: new URL('process.ts', import.meta.url), processes });
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, mutation] = next;
      const bytes = mutated(kind, sound, { mutation, port });
      show(`${at}-${kind.fileName}`, bytes);
      tally.note({ input: at, ...(await readBounded(pool, bytes, kind.fileName)) });
      if ((at + 1) % 500 === 0) console.error(`${name}: ${at + 1} of ${count}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: processes }, work));
  } finally {
    await pool.close();
  }
  tally.lasted((performance.now() - started) / 1000);
  return tally;
}
