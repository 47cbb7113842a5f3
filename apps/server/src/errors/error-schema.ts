import { changeSchema } from '@nianbao/core';
import { z } from 'zod';
import { textSchema } from '../api/text-schema.ts';
import type { ErrorBody } from './error-body.ts';
import type { ErrorCode } from './error-table.ts';
import { errorTable } from './error-table.ts';

const isCode = (name: string): name is ErrorCode => name in errorTable;
const codes = Object.keys(errorTable).filter(isCode);

const valueSchema = z.union([changeSchema, z.string()]);
const reasonSchema = z.object({ code: z.string(), zh: z.string(), en: z.string() });

/** `ErrorDetails` as it travels in JSON. */
export const errorDetailsSchema = z.object({
  issues: z
    .array(z.object({ path: z.array(z.union([z.string(), z.number()])).readonly(), message: z.string() }))
    .readonly()
    .optional(),
  conflicts: z
    .array(
      z.object({
        field: z.string(),
        mine: valueSchema,
        theirs: valueSchema,
        by: z.string().nullable(),
        at: z.string(),
      }),
    )
    .readonly()
    .optional(),
  revision: z.int().optional(),
  refusals: z.array(reasonSchema).readonly().optional(),
  id: z.string().optional(),
  reason: reasonSchema.optional(),
  count: z.int().optional(),
  retryAfter: z.number().optional(),
});

/** What a caller gets of an error, whatever door it came through. */
export const errorBodySchema = z.object({
  code: z.enum(codes),
  httpStatus: z.int(),
  message: textSchema,
  next: textSchema,
  requestId: z.string(),
  details: errorDetailsSchema,
}) satisfies z.ZodType<{ readonly [Member in keyof ErrorBody]: unknown }>;
