import type { Change } from '@nianbao/core';
import { fieldOf } from '@nianbao/core';

/** One step that a person would call one action: what it set, and what puts the former state back. */
export interface UndoStep {
  readonly forward: readonly Change[];
  readonly backward: readonly Change[];
  /** Instant of the step in milliseconds, to tell a run of typing from two actions. */
  readonly at: number;
}

export interface UndoStack {
  readonly past: readonly UndoStep[];
  readonly future: readonly UndoStep[];
}

export const emptyUndoStack: UndoStack = { past: [], future: [] };

const longestPauseInTyping = 1200;
const deepest = 500;

function continuesTyping(last: UndoStep, step: UndoStep): boolean {
  const [before, after] = [last.forward[0], step.forward[0]];
  return (
    last.forward.length === 1 &&
    step.forward.length === 1 &&
    before !== undefined &&
    after !== undefined &&
    fieldOf(before) === fieldOf(after) &&
    step.at - last.at < longestPauseInTyping
  );
}

/** Adds a step. Typing on in the same field without a pause lengthens the last step; what had been undone is dropped. */
export function pushStep(stack: UndoStack, step: UndoStep): UndoStack {
  const last = stack.past.at(-1);
  if (last !== undefined && stack.future.length === 0 && continuesTyping(last, step)) {
    return { past: [...stack.past.slice(0, -1), { ...step, backward: last.backward }], future: [] };
  }
  return { past: [...stack.past, step].slice(-deepest), future: [] };
}

/** Takes the last step back: the changes to apply now and the stack after them, or null when nothing is left. */
export function undoStep(stack: UndoStack): { changes: readonly Change[]; stack: UndoStack } | null {
  const step = stack.past.at(-1);
  if (step === undefined) return null;
  return { changes: step.backward, stack: { past: stack.past.slice(0, -1), future: [...stack.future, step] } };
}

/** Makes the step that was last taken back again. */
export function redoStep(stack: UndoStack): { changes: readonly Change[]; stack: UndoStack } | null {
  const step = stack.future.at(-1);
  if (step === undefined) return null;
  return { changes: step.forward, stack: { past: [...stack.past, step], future: stack.future.slice(0, -1) } };
}
