import type { Reading } from './reading.ts';

/** One reading with the file that it is of: its number among the files of its kind, from 0. */
export interface Noted extends Reading {
  readonly input: number;
}

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

  /** Files for which reading took longer than this, in milliseconds, the slowest first. */
  slowerThan(milliseconds: number): readonly Noted[] {
    return this.#noted
      .filter((noted) => noted.milliseconds > milliseconds)
      .sort((a, b) => b.milliseconds - a.milliseconds);
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
    const [slowest] = this.slowerThan(-1);
    const most = Math.max(...this.#noted.map(({ peakMb }) => peakMb ?? 0));
    return [
      `${this.faults.length === 0 ? '✓' : '✗'} ${this.kind.padEnd(9)} ${String(this.#noted.length).padStart(5)} files`,
      `slowest ${((slowest?.milliseconds ?? 0) / 1000).toFixed(2)} s (input ${slowest?.input ?? 0})`,
      `peak ${most.toFixed(0)} MB`,
      `past the bound ${this.ended.length}`,
      `faults ${this.faults.length}`,
      `${this.#seconds.toFixed(0)} s in all`,
      outcomes.join(', '),
    ].join(' · ');
  }
}
