import { changeSchema } from '@nianbao/core';
import { TRPCError } from '@trpc/server';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { errorBody } from './error-body.ts';

function told(schema: z.ZodType, value: unknown): string | undefined {
  const cause = schema.safeParse(value).error;
  const error = new TRPCError({ code: 'BAD_REQUEST', cause });
  return errorBody(error, 'request').details.issues?.[0]?.message;
}

test.each<[z.ZodType, unknown, string]>([
  [z.string(), undefined, '必填 / is needed'],
  [z.number(), '三', '应为数字 / has to be a number'],
  [z.int(), 1.5, '应为整数 / has to be a whole number'],
  [z.string().trim().min(1), ' ', '不能为空 / must not be empty'],
  [z.string().min(10), 'short', '不能少于 10 个字符 / has to be at least 10 characters'],
  [z.array(z.string()).max(1), ['a', 'b'], '不能超过 1 项 / has to be at most 1 items'],
  [z.int().max(366), 400, '不能超过 366 / has to be at most 366'],
  [z.enum(['editor', 'reviewer']), 'king', '只能是 editor、reviewer / has to be one of editor, reviewer'],
  [z.iso.date(), '31.1.', '应为日期，如 2026-01-31 / has to be a date, such as 2026-01-31'],
  [z.url(), 'nowhere', '应为网址，如 https://example.gov.cn/ / has to be an address, such as https://example.gov.cn/'],
  [
    changeSchema,
    { kind: 'row' },
    '只能是 fact、head、preface、section / has to be one of fact, head, preface, section',
  ],
  [z.strictObject({}), { more: 1 }, '没有这些成员：more / has members that do not exist: more'],
  [z.string().refine(() => false, { message: '另有说法 / in its own words' }), '', '另有说法 / in its own words'],
])('%# says in Chinese and in English what is wrong', (schema, value, message) => {
  expect(told(schema, value)).toBe(message);
});
