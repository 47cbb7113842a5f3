import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment } from './child-environment.ts';
import type { Limits } from './limits.ts';
import { endGroup, removeFolder } from './process-end.ts';
import { residentMb } from './resident-memory.ts';
import type { BoundFailure, Outcome, Reply, Request } from './task.ts';
import { withoutAnswer } from './task.ts';

const watchMs = 50;
/** Room for new objects, in MB: with more, what no document needs any more is held for longer and nothing is faster. */
const youngMb = 16;
/** Processes that are alive, so that none outlives this one. */
const alive = new Set<BoundedProcess>();

function endAll(): void {
  for (const child of alive) child.endNow();
}

const isReply = (message: unknown): message is Reply =>
  message === 'ready' || (typeof message === 'object' && message !== null && 'ok' in message);

const nothing: Outcome = { ok: true, answer: new Uint8Array() };

/** V8 aborts when a heap is full; that is the only way in which such a process ends with this signal. */
const failureOf = (code: number | null, signal: NodeJS.Signals | null): BoundFailure =>
  signal === 'SIGABRT' || code === 134 ? 'TOO_MUCH_MEMORY' : 'CRASHED';

/** A process that works on one document at a time and is ended past the bound. It has a temporary folder of its own. */
export class BoundedProcess {
  readonly pid: number;
  /** Settles when the process is gone and its folder removed. */
  readonly gone: Promise<void>;
  readonly #child: ChildProcess;
  readonly #folder: string;
  readonly #limits: Limits;
  #served = 0;
  /** Takes the outcome of the document in hand, or of starting; null while there is no work. */
  #settle: ((outcome: Outcome) => void) | null = null;
  /** Why this process is being ended from here; null while it is not. */
  #cause: BoundFailure | null = null;

  /** Starts the program `entry`, which calls `serveTasks`. */
  constructor(entry: URL, limits: Limits) {
    this.#limits = limits;
    this.#folder = mkdtempSync(join(tmpdir(), 'nianbao-reading-'));
    this.#child = fork(entry, {
      cwd: this.#folder,
      env: childEnvironment(this.#folder, limits.answerMb),
      execArgv: [`--max-old-space-size=${limits.heapMb}`, `--max-semi-space-size=${youngMb}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      detached: process.platform !== 'win32',
    });
    this.pid = this.#child.pid ?? 0;
    this.gone = this.#follow();
  }

  /** Waits until it has started; false where it did not come up, and it is gone then. */
  async isReady(): Promise<boolean> {
    const outcome = await this.#await(this.#limits.startMs, 'NOT_STARTED', () => undefined);
    if (!outcome.ok) await this.gone;
    return outcome.ok;
  }

  /** Whether it was given work before, so that what happens now may come from an earlier document. */
  get isFresh(): boolean {
    return this.#served <= 1;
  }

  /** Whether it can go on with another document. */
  get isFit(): boolean {
    const memory = residentMb(this.pid) ?? 0;
    return (
      this.#cause === null &&
      this.#child.connected &&
      this.#served < this.#limits.documents &&
      memory < this.#limits.recycleMb
    );
  }

  /** Works on one document. A process that is past the bound is gone when this settles. */
  async run(request: Request): Promise<Outcome> {
    this.#served += 1;
    const outcome = await this.#await(this.#limits.wallMs, 'TOO_SLOW', () =>
      this.#child.send(request, () => undefined),
    );
    if (this.#cause !== null || !this.#child.connected) await this.gone;
    return outcome;
  }

  /** Lets it go when it has no work: it ends by itself. */
  release(): Promise<void> {
    if (this.#child.connected) this.#child.disconnect();
    return this.gone;
  }

  /** Ends it whatever it does. */
  end(cause: BoundFailure): Promise<void> {
    this.#cause ??= cause;
    endGroup(this.pid);
    return this.gone;
  }

  /** Ends it and removes its folder without waiting, for the end of this process itself. */
  endNow(): void {
    endGroup(this.pid);
    removeFolder(this.#folder);
  }

  #await(longest: number, tooLong: BoundFailure, begin: () => void): Promise<Outcome> {
    if (this.#cause !== null) return Promise.resolve(withoutAnswer(this.#cause));
    const late = setTimeout(() => void this.end(tooLong), longest);
    const watch = setInterval(() => {
      if ((residentMb(this.pid) ?? 0) > this.#limits.residentMb) void this.end('TOO_MUCH_MEMORY');
    }, watchMs);
    return new Promise<Outcome>((settle) => {
      this.#settle = settle;
      begin();
    }).finally(() => {
      clearTimeout(late);
      clearInterval(watch);
      this.#settle = null;
    });
  }

  #follow(): Promise<void> {
    if (alive.size === 0) process.on('exit', endAll);
    alive.add(this);
    this.#child.on('message', (message) => {
      if (isReply(message)) this.#settle?.(message === 'ready' ? nothing : message);
    });
    return new Promise((settle) => {
      const ended = (failure: BoundFailure) => {
        alive.delete(this);
        if (alive.size === 0) process.off('exit', endAll);
        // Programs that it started are of its group, and it may have ended without them.
        endGroup(this.pid);
        removeFolder(this.#folder);
        this.#settle?.(withoutAnswer(this.#cause ?? failure));
        settle();
      };
      this.#child.once('exit', (code, signal) => ended(failureOf(code, signal)));
      this.#child.once('error', () => {
        if (this.#child.pid === undefined) ended('NOT_STARTED');
      });
    });
  }
}
