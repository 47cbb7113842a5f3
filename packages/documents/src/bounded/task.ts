/**
 * One kind of work that a process does on a document. What goes in and what comes out crosses between processes:
 * plain data, maps, sets, dates and bytes.
 */
export interface Task {
  run(input: unknown): unknown;
}

/** The work that a process can be asked for, by name. */
export type TaskTable = Readonly<Record<string, Task>>;

export type InputOf<T extends Task> = Parameters<T['run']>[0];
export type OutputOf<T extends Task> = Awaited<ReturnType<T['run']>>;

/** Why a document got no answer. */
export const boundFailures = [
  'TOO_SLOW',
  'TOO_MUCH_MEMORY',
  /** The process ended or the work threw: the document is broken in a way that its reader did not foresee. */
  'CRASHED',
  'NOT_STARTED',
  /** Too many documents are waiting already. */
  'BUSY',
  /** The pool was closed before the document's turn came or while it was worked on. */
  'STOPPED',
] as const;

export type BoundFailure = (typeof boundFailures)[number];

export type Bounded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: BoundFailure };

/** What came of one request: the answer as `serialize` of node:v8 makes it, or why there is none. */
export type Outcome =
  | { readonly ok: true; readonly answer: Uint8Array }
  | { readonly ok: false; readonly failure: BoundFailure };

export const withoutAnswer = (failure: BoundFailure): Outcome => ({ ok: false, failure });

/** What a pool sends to a process. */
export interface Request {
  readonly task: string;
  readonly input: unknown;
}

/** What a process sends back: first that it is ready, then what came of each request. */
export type Reply = 'ready' | Outcome;
