import type { Text } from '@nianbao/core';
import type { z } from 'zod';

/** One kind of work that is done outside a request: what it is told, how often it is tried, when it repeats. */
export interface JobKind<Name extends string, Data extends object> {
  readonly name: Name;
  /** What an administrator reads. */
  readonly label: Text;
  readonly data: z.ZodType<Data>;
  /** Further attempts after the first, the wait doubling from `retryDelay` seconds; then the job is parked. */
  readonly retries: number;
  readonly retryDelay: number;
  /** Seconds after which an attempt counts as lost. */
  readonly expiresAfter: number;
  /**
   * For long work: seconds without a sign of life after which an attempt counts as lost before it expires, such as when
   * its process was killed. 10 or more.
   */
  readonly signOfLife?: number;
  /**
   * `inTransaction`: what the work writes is committed together with the end of the job, and so takes effect once.
   * `onItsOwn`: for long work and for effects outside the database; the work has to see to it that a second attempt
   * does no harm.
   */
  readonly effect: 'inTransaction' | 'onItsOwn';
  /** Repeats by itself: a cron expression in China's time. Its data is `{}`. */
  readonly every?: string;
}

/** A kind of job whatever its data. */
export type AnyJobKind = Omit<JobKind<string, object>, 'data'>;

/** Writes down a kind of job with the types of its name and data. */
export function jobKind<Name extends string, Data extends object>(kind: JobKind<Name, Data>): JobKind<Name, Data> {
  return kind;
}

export interface SendOptions {
  /** Not before this moment. */
  readonly at?: Date;
  /** While a job with this key waits, another with the same key is not added. */
  readonly key?: string;
}

/** A job that has failed as often as its kind allows. */
export interface ParkedJob {
  readonly id: string;
  readonly kind: string;
  readonly data: unknown;
  /** The last error's message. */
  readonly error: string;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly parkedAt: Date;
}
