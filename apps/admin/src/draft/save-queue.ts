import type { Change } from '@nianbao/core';
import { fieldOf } from '@nianbao/core';

/**
 * What is on its way to the server. `waiting` has not been sent, `sending` has been sent and not answered; each field
 * has at most one change in each. `blocked` says why nothing is being sent although something waits.
 */
export interface SaveQueue {
  readonly revision: number;
  readonly waiting: ReadonlyMap<string, Change>;
  readonly sending: ReadonlyMap<string, Change>;
  readonly blocked: 'offline' | 'conflict' | 'refused' | null;
  /** Failed attempts since the last success; sets how long the next one waits. */
  readonly failures: number;
}

/** What the person sees of it. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'conflict' | 'refused';

const none: ReadonlyMap<string, Change> = new Map();

export function openQueue(revision: number): SaveQueue {
  return { revision, waiting: none, sending: none, blocked: null, failures: 0 };
}

function withChanges(changes: ReadonlyMap<string, Change>, added: Iterable<Change>): ReadonlyMap<string, Change> {
  const merged = new Map(changes);
  for (const change of added) merged.set(fieldOf(change), change);
  return merged;
}

/** Adds edits; a later edit of a field replaces the one that still waits. */
export function enqueue(queue: SaveQueue, changes: Iterable<Change>): SaveQueue {
  return { ...queue, waiting: withChanges(queue.waiting, changes) };
}

/** True when a request may go out now. */
export function maySend(queue: SaveQueue): boolean {
  return queue.waiting.size > 0 && queue.sending.size === 0 && (queue.blocked === null || queue.blocked === 'offline');
}

/** Moves what waits into one request. */
export function beginSend(queue: SaveQueue): SaveQueue {
  return { ...queue, sending: queue.waiting, waiting: none };
}

export function sendSucceeded(queue: SaveQueue, revision: number): SaveQueue {
  return { ...queue, revision, sending: none, blocked: null, failures: 0 };
}

/** Puts an unanswered or refused request back; edits made meanwhile win over what it carried. */
export function sendFailed(queue: SaveQueue, blocked: 'offline' | 'conflict' | 'refused'): SaveQueue {
  return {
    ...queue,
    waiting: withChanges(queue.sending, queue.waiting.values()),
    sending: none,
    blocked,
    failures: queue.failures + 1,
  };
}

/** Goes on from a newer revision of the report with what the person chose to keep. */
export function rebaseQueue(queue: SaveQueue, revision: number, dropped: ReadonlySet<string>): SaveQueue {
  const kept = [...queue.waiting].filter(([field]) => !dropped.has(field));
  return { ...queue, revision, waiting: new Map(kept), blocked: null, failures: 0 };
}

/** Everything that the server has not confirmed, oldest first. */
export function unsavedChanges(queue: SaveQueue): Change[] {
  return [...withChanges(queue.sending, queue.waiting.values()).values()];
}

export function saveState(queue: SaveQueue): SaveState {
  if (queue.sending.size > 0) return 'saving';
  if (queue.waiting.size === 0) return 'saved';
  return queue.blocked ?? 'waiting';
}

/** Milliseconds before the next attempt: a pause in typing, or after failures 2 s, 4 s, 8 s up to half a minute. */
export function sendDelay(queue: SaveQueue): number {
  return queue.failures === 0 ? 800 : Math.min(30_000, 1000 * 2 ** queue.failures);
}
