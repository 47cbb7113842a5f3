import type { Change, Report } from '@nianbao/core';
import { applyChanges, changesBetween, inverseOf } from '@nianbao/core';
import type { SaveQueue, SaveState } from './save-queue.ts';
import {
  beginSend,
  enqueue,
  maySend,
  openQueue,
  rebaseQueue,
  saveState,
  sendDelay,
  sendFailed,
  sendSucceeded,
  unsavedChanges,
} from './save-queue.ts';
import type { UndoStack } from './undo-stack.ts';
import { emptyUndoStack, pushStep, redoStep, undoStep } from './undo-stack.ts';
import type { Unsaved } from './unsaved-store.ts';

/** One field that somebody else saved while this person was changing it; values as changes of that field. */
export interface FieldConflict {
  readonly field: string;
  readonly mine: Change;
  readonly theirs: Change;
  /** Who saved it, where known. */
  readonly by: string | null;
}

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly revision: number; readonly savedAt: string }
  | { readonly kind: 'conflict'; readonly conflicts: readonly FieldConflict[] }
  | { readonly kind: 'offline' }
  | { readonly kind: 'refused'; readonly message: string };

export interface Stored {
  readonly report: Report;
  readonly revision: number;
}

/** What a draft session needs from the world. */
export interface DraftPorts {
  save(revision: number, changes: readonly Change[]): Promise<SaveOutcome>;
  reload(): Promise<Stored>;
  /** Keeps what no server has confirmed; false when this machine cannot. */
  keep(unsaved: Unsaved): boolean;
  /** Runs a task after some milliseconds and returns how to call it off. */
  later(milliseconds: number, task: () => void): () => void;
  now(): number;
}

export interface DraftSnapshot {
  readonly report: Report;
  readonly revision: number;
  readonly state: SaveState;
  readonly savedAt: string | null;
  readonly conflicts: readonly FieldConflict[];
  readonly refusal: string | null;
  /** False when unsaved changes could not be kept on this machine either. */
  readonly kept: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface DraftSession {
  snapshot(): DraftSnapshot;
  subscribe(listener: () => void): () => void;
  /** Makes edits that a person would call one action. */
  edit(changes: readonly Change[]): void;
  /** Both return the changes made, so that the form can show where. */
  undo(): readonly Change[];
  redo(): readonly Change[];
  /** Sends what waits at once; resolves when it is saved, or when it cannot be. */
  flush(): Promise<void>;
  /** Ends a conflict: fields in `keepMine` are saved over the other person's values, the others take theirs. */
  resolve(keepMine: ReadonlySet<string>): Promise<void>;
  /** Takes over a newer state from the server, keeping what is unsaved. */
  replace(stored: Stored): void;
  /** The same for a state that this person asked for, such as an import: it can be undone. */
  adopt(stored: Stored): void;
  close(): void;
}

/**
 * The draft that a person has open: every edit is applied at once, kept on this machine, and saved a moment later. What
 * the server has not confirmed is never dropped: it is sent again after a failure, and after the page was left.
 */
export function openDraft(stored: Stored, unsaved: Unsaved | null, ports: DraftPorts): DraftSession {
  let report = applyChanges(stored.report, unsaved?.changes ?? []);
  // Sent on the revision that they were made on, so that the server can tell what others changed since.
  let queue: SaveQueue = enqueue(openQueue(unsaved?.revision ?? stored.revision), unsaved?.changes ?? []);
  let undo: UndoStack = emptyUndoStack;
  let savedAt: string | null = null;
  let conflicts: readonly FieldConflict[] = [];
  let refusal: string | null = null;
  let kept = true;
  let closed = false;
  let callOff = () => {};
  let request: Promise<void> | null = null;
  const listeners = new Set<() => void>();
  let current = take();

  function take(): DraftSnapshot {
    return {
      report,
      revision: queue.revision,
      state: saveState(queue),
      savedAt,
      conflicts,
      refusal,
      kept,
      canUndo: undo.past.length > 0,
      canRedo: undo.future.length > 0,
    };
  }

  function publish() {
    kept = ports.keep({ revision: queue.revision, changes: unsavedChanges(queue) });
    current = take();
    for (const listener of listeners) listener();
  }

  function schedule() {
    callOff();
    if (!closed && maySend(queue)) callOff = ports.later(sendDelay(queue), () => void send());
  }

  async function send(): Promise<void> {
    callOff();
    if (request !== null) return request;
    if (!maySend(queue)) return;
    request = exchange().finally(() => {
      request = null;
      schedule();
    });
    return request;
  }

  async function exchange(): Promise<void> {
    queue = beginSend(queue);
    const sent = queue.revision;
    publish();
    const outcome = await ports.save(sent, [...queue.sending.values()]);
    switch (outcome.kind) {
      case 'saved':
        queue = sendSucceeded(queue, outcome.revision);
        savedAt = outcome.savedAt;
        refusal = null;
        publish();
        if (outcome.revision > sent + 1) await takeOver();
        return;
      case 'conflict':
        conflicts = outcome.conflicts;
        break;
      case 'refused':
        refusal = outcome.message;
        break;
      case 'offline':
        break;
    }
    queue = sendFailed(queue, outcome.kind);
    publish();
  }

  /** Somebody else saved other fields: show them too. A failed look is made up for by the next save. */
  async function takeOver(): Promise<void> {
    const newer = await ports.reload().catch(() => null);
    if (newer !== null) replace(newer);
  }

  function replace(newer: Stored) {
    if (newer.revision < queue.revision) return;
    queue = { ...queue, revision: newer.revision };
    report = applyChanges(newer.report, unsavedChanges(queue));
    publish();
  }

  function adopt(newer: Stored) {
    const forward = changesBetween(report, newer.report);
    if (forward.length > 0) {
      const backward = forward.map((change) => inverseOf(report, change));
      undo = pushStep(undo, { forward, backward, at: ports.now() });
    }
    replace(newer);
  }

  function apply(changes: readonly Change[]) {
    report = applyChanges(report, changes);
    queue = enqueue(queue, changes);
    publish();
    schedule();
  }

  function step(taken: ReturnType<typeof undoStep>): readonly Change[] {
    if (taken === null) return [];
    undo = taken.stack;
    apply(taken.changes);
    return taken.changes;
  }

  schedule();
  return {
    snapshot: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    edit(changes) {
      if (changes.length === 0) return;
      const backward = changes.map((change) => inverseOf(report, change));
      undo = pushStep(undo, { forward: changes, backward, at: ports.now() });
      apply(changes);
    },
    undo: () => step(undoStep(undo)),
    redo: () => step(redoStep(undo)),
    async flush() {
      await request;
      await send();
    },
    async resolve(keepMine) {
      const newer = await ports.reload();
      const dropped = conflicts.map(({ field }) => field).filter((field) => !keepMine.has(field));
      queue = rebaseQueue(queue, newer.revision, new Set(dropped));
      report = applyChanges(newer.report, unsavedChanges(queue));
      conflicts = [];
      publish();
      await send();
    },
    replace,
    adopt,
    close() {
      closed = true;
      callOff();
    },
  };
}
