import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { describe, expect, test } from 'vitest';
import { errorBody } from './error-body.ts';
import type { ErrorCode } from './error-table.ts';
import { errorTable } from './error-table.ts';
import { ServiceError } from './service-error.ts';

const codes = Object.keys(errorTable).filter((code): code is ErrorCode => code in errorTable);

describe.each(codes)('%s', (code) => {
  test('has the status that the transport will send', () => {
    expect(getHTTPStatusCodeFromError(new ServiceError(code))).toBe(errorTable[code].status);
  });

  test('says what happened and what to do next, in Chinese and in English', () => {
    const { message, next } = errorBody(new ServiceError(code), 'request-1');
    for (const { zh, en } of [message, next]) {
      expect(zh).toMatch(/^\P{Script=Latin}.*。$/u);
      expect(en).toMatch(/^[A-Z][^。]*\.$/);
    }
  });
});

test('an error that nobody foresaw says nothing of its inside', () => {
  const body = errorBody(new Error('password is hunter2'), 'request-1');
  expect(body).toMatchObject({ code: 'INTERNAL', httpStatus: 500, requestId: 'request-1', details: {} });
  expect(JSON.stringify(body)).not.toContain('hunter2');
});
