import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { loggedError, withoutData } from './logged-error.ts';

describe('what the log keeps of an error', () => {
  test('of the database: the statement and where, not what was in it', () => {
    const cause = Object.assign(new Error('duplicate key: Key (username)=(zhangsan) already exists'), {
      ...{ name: 'PostgresError', code: '23505', table_name: 'user', constraint_name: 'user_username_unique' },
      detail: 'Key (username)=(zhangsan) already exists.',
    });
    const error = Object.assign(new Error('Failed query: insert … params: zhangsan,张三', { cause }), {
      ...{ query: 'insert into "user" (username) values ($1)', params: ['zhangsan', '张三'] },
    });
    const kept = loggedError(error);
    expect(kept).toMatchObject({
      query: 'insert into "user" (username) values ($1)',
      cause: { name: 'PostgresError', code: '23505', table: 'user', constraint: 'user_username_unique' },
    });
    expect(JSON.stringify(kept)).not.toMatch(/zhangsan|张三/);
    expect(kept.stack[0]).toMatch(/^at /);
  });

  test.each([
    ['a parser', () => JSON.parse('{"name":"张三"')],
    ['a schema', () => z.object({ a: z.enum(['x']) }).parse({ a: '张三', b: 1 })],
    [
      'something thrown that is no error',
      () => {
        throw '张三';
      },
    ],
  ])('of %s: no word of what it was given', (_what, fails) => {
    try {
      fails();
      expect.unreachable();
    } catch (error) {
      expect(JSON.stringify(loggedError(error))).not.toContain('张三');
    }
  });

  test('what a programmer wrote stays, with its cause', () => {
    const kept = loggedError(
      new Error('identity library answered 500', { cause: new TypeError('x is not a function') }),
    );
    expect(kept).toMatchObject({
      message: 'identity library answered …',
      cause: { name: 'TypeError', message: 'x is not a function' },
    });
  });

  test.each([
    ['no recipient zhang@example.gov.cn given', 'no recipient … given'],
    ['GET https://x.example/reset?token=abc failed', 'GET … failed'],
    ['no agency “云溪县林业局” of 110101199003078515', 'no agency … of …'],
    ['cannot read 云溪县 here', 'cannot read … here'],
  ])('%s', (message, kept) => {
    expect(withoutData(message)).toBe(kept);
  });
});
