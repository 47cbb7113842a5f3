import { lt } from 'drizzle-orm';
import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '../connect.ts';
import { rateLimit } from '../schema/rate-limit.ts';

export interface RateLimit {
  readonly name: string;
  /** How often within `seconds`. */
  readonly points: number;
  readonly seconds: number;
}

/** Counts for one limit, shared by all server processes. */
export interface RateLimiter {
  /** Counts one more; gives the seconds to wait when that is one too many, else null. */
  take(key: string): Promise<number | null>;
  /** Takes one count back. */
  giveBack(key: string): Promise<void>;
  /** Starts anew. */
  clear(key: string): Promise<void>;
}

export function openRateLimiter(database: Database, { name, points, seconds }: RateLimit): RateLimiter {
  const limiter = new RateLimiterDrizzle({
    ...{ storeClient: database, schema: rateLimit, keyPrefix: name, points, duration: seconds },
    clearExpiredByTimeout: false,
  });
  return {
    async take(key) {
      try {
        await limiter.consume(key);
        return null;
      } catch (error) {
        if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
        throw error;
      }
    },
    async giveBack(key) {
      await limiter.reward(key);
    },
    async clear(key) {
      await limiter.delete(key);
    },
  };
}

export async function deleteExpiredCounts(database: Database, now: Date): Promise<void> {
  await database.delete(rateLimit).where(lt(rateLimit.expire, now));
}
