import type { RateLimits } from '../limits/rate-limits.ts';

export interface Attempt {
  /** The account's id, or for one that does not exist the name that was typed. */
  readonly account: string;
  readonly address: string;
  /** The name of a browser that signed in to this account before; null for any other. */
  readonly browser: string | null;
}

export interface AttemptLimit {
  /** Counts the attempt as failed until it is known to be good, so that many at once are counted too. */
  begin(): Promise<void>;
  /** What was tried was right. */
  succeeded(): Promise<void>;
  /** The owner has shown by other means who they are: what was counted before, whoever it was, is forgotten. */
  forget(): Promise<void>;
}

/**
 * Slows down guessing of passwords and codes without letting anybody lock the owner out (OWASP's device cookies): a
 * browser that has signed in to the account is counted by itself. All others are counted for the account together with
 * an address, and for the account as a whole. Accounts that do not exist are counted the same.
 */
export function attemptLimit(limits: RateLimits, { account, address, browser }: Attempt): AttemptLimit {
  const narrow = browser === null ? [account, 'address', address] : [account, 'browser', browser];
  return {
    async begin() {
      await limits.take('signInFailure', narrow);
      if (browser === null) await limits.take('signInFailureElsewhere', [account]);
    },
    async succeeded() {
      await limits.clear('signInFailure', narrow);
      if (browser === null) await limits.giveBack('signInFailureElsewhere', [account]);
    },
    async forget() {
      await limits.clear('signInFailure', narrow);
      await limits.clear('signInFailureElsewhere', [account]);
    },
  };
}
