import { createHash } from 'node:crypto';
import type { Database } from '@nianbao/database';
import { addSignInFailure, clearSignInFailures, countSignInFailures } from '@nianbao/database';
import { ServiceError } from '../errors/service-error.ts';

const window = 15 * 60 * 1000;

/** Wrong passwords for one account from one address before it has to wait. */
export const allowedFailures = 8;

export interface SignInLimit {
  /** Throws `TOO_MANY_ATTEMPTS` when there were too many failures. */
  assertOpen(): Promise<void>;
  failed(): Promise<void>;
  succeeded(): Promise<void>;
}

/**
 * Slows down guessing. Counted for an account together with an address, so that a stranger elsewhere cannot lock the
 * owner out, and counted the same for accounts that do not exist.
 */
export function signInLimit(database: Database, username: string, address: string): SignInLimit {
  const key = createHash('sha256').update(`${username.toLowerCase()}\n${address}`).digest('hex');
  const now = new Date();
  const since = new Date(now.getTime() - window);
  return {
    async assertOpen() {
      if ((await countSignInFailures(database, key, since)) >= allowedFailures) {
        throw new ServiceError('TOO_MANY_ATTEMPTS', { retryAfter: window / 1000 });
      }
    },
    failed: () => addSignInFailure(database, key, { since, now }),
    succeeded: () => clearSignInFailures(database, key),
  };
}
