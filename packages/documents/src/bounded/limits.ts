/** How far one document may go before the process that works on it is ended. */
export interface Limits {
  /** Longest that one document may take, in milliseconds. */
  readonly wallMs: number;
  /** Largest heap of JavaScript objects, in MB. */
  readonly heapMb: number;
  /** Largest memory of the whole process, in MB. Watched on Linux; on other systems the heap alone is bounded. */
  readonly residentMb: number;
  /** Largest answer, in MB. */
  readonly answerMb: number;
  /** Longest that a process may take to start, in milliseconds. */
  readonly startMs: number;
  /** Documents after which a process is replaced by a fresh one. */
  readonly documents: number;
  /** A process that holds more than this after a document, in MB, is replaced by a fresh one. */
  readonly recycleMb: number;
  /** How long a process without work is kept, in milliseconds. */
  readonly idleMs: number;
  /** How many documents may wait for a process; further ones are refused. */
  readonly waiting: number;
}

/** Far above what a report needs: the largest known ones are read in about a second and 300 MB. */
export const usualLimits: Limits = {
  wallMs: 60_000,
  heapMb: 768,
  residentMb: 1024,
  answerMb: 64,
  startMs: 30_000,
  documents: 2000,
  recycleMb: 400,
  idleMs: 300_000,
  waiting: Number.POSITIVE_INFINITY,
};
