import type { Change } from '@nianbao/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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

const fact = (key: string, value: number): Change => ({ kind: 'fact', key, value });

describe('the save queue', () => {
  test('goes from waiting to saving to saved', () => {
    const waiting = enqueue(openQueue(3), [fact('a', 1)]);
    expect([saveState(waiting), maySend(waiting)]).toEqual(['waiting', true]);
    const sending = beginSend(waiting);
    expect([saveState(sending), maySend(sending)]).toEqual(['saving', false]);
    const saved = sendSucceeded(sending, 4);
    expect([saveState(saved), saved.revision, unsavedChanges(saved)]).toEqual(['saved', 4, []]);
  });

  test('an edit made while a request is out is sent by the next one', () => {
    const sending = beginSend(enqueue(openQueue(1), [fact('a', 1)]));
    const edited = enqueue(sending, [fact('a', 2)]);
    expect(unsavedChanges(edited)).toEqual([fact('a', 2)]);
    expect(unsavedChanges(sendSucceeded(edited, 2))).toEqual([fact('a', 2)]);
  });

  test('a failed request loses nothing and what was typed since wins', () => {
    const failed = sendFailed(
      enqueue(beginSend(enqueue(openQueue(1), [fact('a', 1), fact('b', 1)])), [fact('a', 2)]),
      'offline',
    );
    expect(saveState(failed)).toBe('offline');
    expect(new Set(unsavedChanges(failed))).toEqual(new Set([fact('a', 2), fact('b', 1)]));
    expect(maySend(failed)).toBe(true);
  });

  test('a conflict holds everything back until the person has decided', () => {
    const held = sendFailed(beginSend(enqueue(openQueue(1), [fact('a', 1), fact('b', 1)])), 'conflict');
    expect([saveState(held), maySend(held)]).toEqual(['conflict', false]);
    const decided = rebaseQueue(held, 5, new Set(['fact:a']));
    expect([decided.revision, unsavedChanges(decided), maySend(decided)]).toEqual([5, [fact('b', 1)], true]);
  });

  test('waits longer after each failure, half a minute at most', () => {
    let queue = enqueue(openQueue(1), [fact('a', 1)]);
    const delays = Array.from({ length: 7 }, () => {
      queue = sendFailed(beginSend(queue), 'offline');
      return sendDelay(queue);
    });
    expect(delays).toEqual([2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  });

  test('whatever happens, the last edit of every field is confirmed or still unsaved', () => {
    const action = fc.oneof(
      fc.record({ edit: fc.constantFrom('a', 'b', 'c'), value: fc.nat(9) }),
      fc.constantFrom('send', 'succeed', 'fail'),
    );
    fc.assert(
      fc.property(fc.array(action), (actions) => {
        let queue = openQueue(0);
        const typed = new Map<string, number>();
        const confirmed = new Map<string, Change>();
        for (const step of actions) {
          if (typeof step === 'object') {
            typed.set(step.edit, step.value);
            queue = enqueue(queue, [fact(step.edit, step.value)]);
          } else if (step === 'send' && maySend(queue)) queue = beginSend(queue);
          else if (queue.sending.size > 0 && step === 'fail') queue = sendFailed(queue, 'offline');
          else if (queue.sending.size > 0 && step === 'succeed') {
            for (const [field, change] of queue.sending) confirmed.set(field, change);
            queue = sendSucceeded(queue, queue.revision + 1);
          }
        }
        const known = new Map([
          ...confirmed,
          ...unsavedChanges(queue).map((c) => [`fact:${'key' in c ? c.key : ''}`, c] as const),
        ]);
        for (const [key, value] of typed) expect(known.get(`fact:${key}`)).toEqual(fact(key, value));
      }),
    );
  });
});
