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

export type Side = 'subject' | 'baseline';
