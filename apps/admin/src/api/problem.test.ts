import { TRPCClientError } from '@trpc/client';
import { describe, expect, test } from 'vitest';
import { problemOf } from './problem.ts';

const text = (zh: string, en: string) => ({ zh, en });
const refused = (code: string, details: object = {}) =>
  new TRPCClientError('refused', {
    result: {
      error: {
        code: -32_000,
        message: 'refused',
        data: {
          code,
          httpStatus: 409,
          message: text('现在不行。', 'Not now.'),
          next: text('请稍后。', 'Wait.'),
          requestId: 'r-1',
          details,
        },
      },
    },
  });

describe('why a call did not work', () => {
  test.each([
    ['NOT_SIGNED_IN', 'signedOut'],
    ['NOT_ALLOWED', 'forbidden'],
    ['NOT_FOUND', 'notFound'],
    ['CONFLICT', 'conflict'],
    ['TOO_MANY_ATTEMPTS', 'tooMany'],
    ['INTERNAL', 'failed'],
    ['NOT_EDITABLE', 'refused'],
    ['A_LATER_CODE', 'refused'],
  ] as const)('%s is %s', (code, kind) => {
    expect(problemOf(refused(code)).kind).toBe(kind);
  });

  test('no answer is offline, a defect of the page is not', () => {
    expect(problemOf(new TRPCClientError('fetch failed')).kind).toBe('offline');
    expect(problemOf(new TypeError('Failed to fetch')).kind).toBe('offline');
    expect(problemOf(new RangeError('x')).kind).toBe('failed');
  });

  test('says what happened, why, and what to do next', () => {
    const problem = problemOf(refused('UNREADABLE_FILE', { reason: text('文件是空的。', 'The file is empty.') }));
    expect(problem.text).toEqual(text('现在不行。文件是空的。请稍后。', 'Not now. The file is empty. Wait.'));
    expect(problem.requestId).toBe('r-1');
  });
});
