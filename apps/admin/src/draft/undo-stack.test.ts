import type { Change } from '@nianbao/core';
import { describe, expect, test } from 'vitest';
import { emptyUndoStack, pushStep, redoStep, undoStep } from './undo-stack.ts';

const fact = (key: string, value: number | null): Change => ({ kind: 'fact', key, value });
const step = (key: string, from: number | null, to: number, at: number) => ({
  forward: [fact(key, to)],
  backward: [fact(key, from)],
  at,
});

describe('undo', () => {
  test('a run of typing in one cell is one step', () => {
    const typed = [step('a', null, 1, 0), step('a', 1, 12, 300), step('a', 12, 123, 600)];
    const stack = typed.reduce(pushStep, emptyUndoStack);
    expect(undoStep(stack)?.changes).toEqual([fact('a', null)]);
    expect(undoStep(stack)?.stack.past).toEqual([]);
  });

  test('a pause, another cell, and a paste are steps of their own', () => {
    const paste = { forward: [fact('a', 7), fact('b', 8)], backward: [fact('a', 2), fact('b', 2)], at: 5200 };
    const stack = [step('a', null, 1, 0), step('a', 1, 2, 5000), step('b', null, 2, 5100), paste].reduce(
      pushStep,
      emptyUndoStack,
    );
    expect(stack.past).toHaveLength(4);
  });

  test('redo gives back what undo took, until something else is typed', () => {
    const stack = pushStep(emptyUndoStack, step('a', null, 1, 0));
    const undone = undoStep(stack);
    expect(redoStep(undone?.stack ?? stack)?.changes).toEqual([fact('a', 1)]);
    const typedOn = pushStep(undone?.stack ?? stack, step('b', null, 2, 100));
    expect(redoStep(typedOn)).toBeNull();
  });

  test('typing on after an undo does not swallow the undone step', () => {
    const first = pushStep(pushStep(emptyUndoStack, step('a', null, 1, 0)), step('b', null, 2, 100));
    const undone = undoStep(first)?.stack ?? first;
    expect(pushStep(undone, step('a', 1, 5, 200)).past).toHaveLength(2);
  });

  test('nothing to undo is said by null', () => {
    expect(undoStep(emptyUndoStack)).toBeNull();
    expect(redoStep(emptyUndoStack)).toBeNull();
  });
});
