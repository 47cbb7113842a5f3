import { z } from 'zod';
import { sectionIds } from '../report/report.ts';
import type { Finding, Severity } from './finding.ts';

export const severities = ['error', 'warning', 'notice'] as const satisfies readonly Severity[];

export const textPlaceSchema = z.strictObject({
  kind: z.literal('text'),
  /** `title` and `preface`, or the position of the section in the report. */
  section: z.union([z.literal('title'), z.literal('preface'), z.int().min(0)]),
  sectionId: z.enum(sectionIds).nullable(),
  block: z.int().min(0),
  start: z.int().min(0),
  end: z.int().min(0),
  quote: z.string(),
});

/** A page of a PDF or a sheet of a workbook. */
export const sourcePartSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('page'), page: z.int() }),
  z.strictObject({ kind: z.literal('sheet'), name: z.string() }),
]);

export const sourcePlaceSchema = z.strictObject({
  kind: z.literal('source'),
  part: sourcePartSchema.nullable(),
  line: z.int(),
  column: z.int(),
  quote: z.string(),
});

/** A `Finding` as it travels in JSON: what each member means stands at the interface. */
export const findingSchema = z.strictObject({
  rule: z.string(),
  instance: z.string().nullable(),
  severity: z.enum(severities),
  cells: z.array(z.string()).readonly(),
  expected: z.union([z.number(), z.string()]).nullable(),
  actual: z.union([z.number(), z.string()]).nullable(),
  difference: z.number().nullable(),
  place: z.discriminatedUnion('kind', [textPlaceSchema, sourcePlaceSchema]).nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string()).readonly()])),
  repair: z.strictObject({ cell: z.string(), value: z.number() }).nullable(),
}) satisfies z.ZodType<{ readonly [Member in keyof Finding]: unknown }>;
