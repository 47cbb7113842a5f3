import { createHash } from 'node:crypto';
import type { Database, RateLimiter } from '@nianbao/database';
import { openRateLimiter } from '@nianbao/database';
import { ServiceError } from '../errors/service-error.ts';
import type { LimitName } from './limits.ts';
import { limits } from './limits.ts';

/** What a limit counts by: the parts of whom, in order. */
type By = readonly string[];

/** The limits of the table, counted in the database. */
export interface RateLimits {
  /** Counts one more. Throws `TOO_MANY_ATTEMPTS` with the seconds to wait when it is one too many. */
  take(limit: LimitName, by: By): Promise<void>;
  /** The same, false instead of an error. */
  allows(limit: LimitName, by: By): Promise<boolean>;
  /** Takes one count back: what was counted turned out to be in order. */
  giveBack(limit: LimitName, by: By): Promise<void>;
  /** Starts counting anew. */
  clear(limit: LimitName, by: By): Promise<void>;
}

const keyOf = (by: By) => createHash('sha256').update(by.join('\n')).digest('base64url');

export function openRateLimits(database: Database): RateLimits {
  const opened = new Map<LimitName, RateLimiter>();
  const limiter = (name: LimitName) => {
    const known = opened.get(name) ?? openRateLimiter(database, { name, ...limits[name] });
    opened.set(name, known);
    return known;
  };
  return {
    async take(limit, by) {
      const retryAfter = await limiter(limit).take(keyOf(by));
      if (retryAfter !== null) throw new ServiceError('TOO_MANY_ATTEMPTS', { retryAfter });
    },
    allows: async (limit, by) => (await limiter(limit).take(keyOf(by))) === null,
    giveBack: (limit, by) => limiter(limit).giveBack(keyOf(by)),
    clear: (limit, by) => limiter(limit).clear(keyOf(by)),
  };
}
