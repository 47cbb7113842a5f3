import { deserialize } from 'node:v8';
import { BoundedProcess } from './bounded-process.ts';
import type { Limits } from './limits.ts';
import { usualLimits } from './limits.ts';
import type { Bounded, BoundFailure, InputOf, Outcome, OutputOf, Request, TaskTable } from './task.ts';
import { withoutAnswer } from './task.ts';

export interface PoolOptions {
  /** The program that the processes run; it calls `serveTasks` with the table of their work. */
  readonly entry: URL;
  /** How many work at the same time. They are started when there is work for them. */
  readonly processes: number;
  readonly limits?: Partial<Limits>;
}

/** Processes that work on documents of strangers, one at a time each, within bounds of time and memory. */
export interface Pool<T extends TaskTable> {
  /** Does one task in the next process that is free. Never throws for what a document does. */
  run<K extends keyof T & string>(task: K, input: InputOf<T[K]>): Promise<Bounded<OutputOf<T[K]>>>;
  /** The processes that are running now. */
  pids(): readonly number[];
  /** Ends all processes at once; whatever is not done is answered with STOPPED. */
  close(): Promise<void>;
}

/** Failures in which an earlier document of the same process may have had a hand: tried once more in a fresh process. */
const mayBeInherited: readonly BoundFailure[] = ['CRASHED', 'TOO_MUCH_MEMORY'];

/** After so many starts that failed one after another no more are tried for a while. */
const failedStarts = 3;
const pauseMs = 30_000;

interface Job {
  readonly request: Request;
  settle(outcome: Outcome): void;
}

class ProcessPool {
  readonly #entry: URL;
  readonly #processes: number;
  readonly #limits: Limits;
  readonly #waiting: Job[] = [];
  readonly #all = new Set<BoundedProcess>();
  readonly #idle = new Map<BoundedProcess, NodeJS.Timeout>();
  #busy = 0;
  #closed = false;
  #failedStarts = 0;
  #pausedUntil = 0;

  constructor({ entry, processes, limits }: PoolOptions) {
    this.#entry = entry;
    this.#processes = processes;
    this.#limits = { ...usualLimits, ...limits };
  }

  run(request: Request): Promise<Outcome> {
    if (this.#closed) return Promise.resolve(withoutAnswer('STOPPED'));
    if (this.#busy >= this.#processes && this.#waiting.length >= this.#limits.waiting) {
      return Promise.resolve(withoutAnswer('BUSY'));
    }
    return new Promise((settle) => {
      this.#waiting.push({ request, settle });
      this.#next();
    });
  }

  pids(): readonly number[] {
    return [...this.#all].map(({ pid }) => pid);
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { settle } of this.#waiting.splice(0)) settle(withoutAnswer('STOPPED'));
    for (const timer of this.#idle.values()) clearTimeout(timer);
    this.#idle.clear();
    await Promise.all([...this.#all].map((child) => child.end('STOPPED')));
  }

  #next(): void {
    if (this.#busy >= this.#processes) return;
    const job = this.#waiting.shift();
    if (job === undefined) return;
    this.#busy += 1;
    void this.#work(job.request)
      .then((outcome) => job.settle(outcome))
      .finally(() => {
        this.#busy -= 1;
        this.#next();
      });
  }

  async #work(request: Request): Promise<Outcome> {
    const child = this.#takeIdle() ?? (await this.#start());
    if (child === null) return withoutAnswer(this.#closed ? 'STOPPED' : 'NOT_STARTED');
    const outcome = await child.run(request);
    const inherited = !outcome.ok && !child.isFresh && mayBeInherited.includes(outcome.failure);
    await this.#giveBack(child, outcome);
    return inherited && !this.#closed ? this.#again(request) : outcome;
  }

  async #again(request: Request): Promise<Outcome> {
    const child = await this.#start();
    if (child === null) return withoutAnswer(this.#closed ? 'STOPPED' : 'NOT_STARTED');
    const outcome = await child.run(request);
    await this.#giveBack(child, outcome);
    return outcome;
  }

  #takeIdle(): BoundedProcess | null {
    for (const [child, timer] of this.#idle) {
      clearTimeout(timer);
      this.#idle.delete(child);
      if (child.isFit) return child;
      void child.release();
    }
    return null;
  }

  async #giveBack(child: BoundedProcess, outcome: Outcome): Promise<void> {
    if (this.#closed || !outcome.ok) return child.end('STOPPED');
    if (!child.isFit) return void child.release();
    const timer = setTimeout(() => {
      this.#idle.delete(child);
      void child.release();
    }, this.#limits.idleMs);
    timer.unref();
    this.#idle.set(child, timer);
  }

  async #start(): Promise<BoundedProcess | null> {
    if (this.#closed || Date.now() < this.#pausedUntil) return null;
    const child = new BoundedProcess(this.#entry, this.#limits);
    this.#all.add(child);
    void child.gone.then(() => this.#all.delete(child));
    if (await child.isReady()) {
      this.#failedStarts = 0;
      return child;
    }
    this.#failedStarts += 1;
    if (this.#failedStarts >= failedStarts) this.#pausedUntil = Date.now() + pauseMs;
    return null;
  }
}

/** Makes a pool; its processes start when there is work. Close it when nothing more is to be read. */
export function openPool<T extends TaskTable>(options: PoolOptions): Pool<T> {
  const pool = new ProcessPool(options);
  return {
    async run(task, input) {
      const outcome = await pool.run({ task, input });
      // Nobody else writes to the channel than the program of the pool, whose table T is.
      return outcome.ok ? { ok: true, value: deserialize(outcome.answer) } : outcome;
    },
    pids: () => pool.pids(),
    close: () => pool.close(),
  };
}
