import type { AuditAction, CellKey, Finding, Report } from '@nianbao/core';
import { findingSchema, reportSchema } from '@nianbao/core';
import { z } from 'zod';

const documentation = new WeakMap<z.core.$ZodType, z.ZodType>();

/**
 * A value that was checked when it came in and is given out as it is: looking through every figure and word of a report
 * again at every reading would cost more than reading it. The schema says what it is; a test holds answers against it.
 */
function passedThrough<Value extends z.output<Schema>, Schema extends z.ZodType>(schema: Schema): z.ZodType<Value> {
  const passed = z.custom<Value>();
  documentation.set(passed, schema);
  return passed;
}

/** What a schema that passes values through says of them; undefined for every other schema. */
export function documentationOf(schema: z.core.$ZodType): z.ZodType | undefined {
  return documentation.get(schema);
}

export const passedReport = passedThrough<Report, typeof reportSchema>(reportSchema);
export const passedFinding = passedThrough<Finding, typeof findingSchema>(findingSchema);

const word = z.string();

export const passedCellKey = passedThrough<CellKey, typeof word>(word);
export const passedAuditAction = passedThrough<AuditAction, typeof word>(word);
