import type { Reading } from './reading.ts';

/** One reading with the file that it is of: its number among the files of its kind, from 0. */
export interface Noted extends Reading {
  readonly input: number;
}

/** The time of the processor alone: the machine may have other work. Of a process that was ended all of its time. */
const busy = ({ busyMs, milliseconds }: Noted): number => busyMs ?? milliseconds;

const boundFailures = ['TOO_SLOW', 'TOO_MUCH_MEMORY'];

/** What came of the files of one kind. */
export class Tally {
  readonly kind: string;
  readonly #noted: Noted[] = [];
  #seconds = 0;

  constructor(kind: string) {
    this.kind = kind;
  }

  note(noted: Noted): void {
    this.#noted.push(noted);
  }

  lasted(seconds: number): void {
    this.#seconds = seconds;
  }

  get faults(): readonly Noted[] {
    return this.#noted.filter(({ fault }) => fault !== null);
  }

  /** Files that kept the processor busy for longer than this, in milliseconds, and those past the bound. */
  slowerThan(milliseconds: number): readonly Noted[] {
    return this.#bySlowness.filter((noted) => busy(noted) > milliseconds);
  }

  get #bySlowness(): readonly Noted[] {
    return this.#noted.toSorted((a, b) => busy(b) - busy(a));
  }

  /** Files whose process was ended past the bound. */
  get ended(): readonly Noted[] {
    return this.#noted.filter(({ outcome }) => boundFailures.includes(outcome));
  }

  /** One line for people: how many, what came of them, the slowest, the most memory. */
  get line(): string {
    const counts = new Map<string, number>();
    for (const { outcome } of this.#noted) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    const outcomes = [...counts].sort((a, b) => b[1] - a[1]).map(([outcome, count]) => `${outcome} ${count}`);
    const [slowest] = this.#bySlowness;
    const most = Math.max(...this.#noted.map(({ peakMb }) => peakMb ?? 0));
    return [
      `${this.faults.length === 0 ? '✓' : '✗'} ${this.kind.padEnd(9)} ${String(this.#noted.length).padStart(5)} files`,
      slowest === undefined ? '' : `slowest ${(busy(slowest) / 1000).toFixed(2)} s (input ${slowest.input})`,
      `peak ${most.toFixed(0)} MB`,
      `past the bound ${this.ended.length}`,
      `faults ${this.faults.length}`,
      `${this.#seconds.toFixed(0)} s in all`,
      outcomes.join(', '),
    ].join(' · ');
  }
}
