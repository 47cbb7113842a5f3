import { z } from 'zod';

/**
 * What a region may set for itself. Deadlines are month-day; the law's own (条例 art. 49: 01-31 for departments, 03-31
 * for governments) are the outer bound.
 */
export const regionSettingsSchema = z.strictObject({
  /** Another severity for a rule that law and form leave open; `off` switches it off. By rule id. */
  regrades: z.record(z.string(), z.enum(['error', 'warning', 'notice', 'off'])).default({}),
  deadlines: z
    .strictObject({ departments: z.string().regex(/^\d\d-\d\d$/), governments: z.string().regex(/^\d\d-\d\d$/) })
    .default({ departments: '01-31', governments: '03-31' }),
  /** Most characters of section 一, null for no limit; fewest of section 五. */
  overviewMaximum: z.int().positive().nullable().default(null),
  problemsMinimum: z.int().min(0).default(30),
  /** Share of applications carried over above which a reason is asked for. */
  carriedOutShare: z.number().min(0).max(1).default(0.2),
  /** Fees of one body in 万元 above which the amount looks as if it were in 元. */
  feesPlausibleMaximum: z.number().positive().default(100_000),
  /** Ratio between two years above which a figure's movement needs a reason. */
  jumpRatio: z.number().min(2).default(10),
  /** Whether vertically managed bodies (tax, customs) count in a local roll-up. */
  verticalBodiesInRollUp: z.boolean().default(false),
  /** Share of text in common with another report above which it counts as repeated (雷同). */
  similarityThreshold: z.number().min(0).max(1).default(0.6),
  /** Wrong characters and what should stand there, besides the built-in list. */
  wrongWords: z.array(z.strictObject({ wrong: z.string().min(1), right: z.string() })).default([]),
  /** Wording that needs a second look before it is published. */
  sensitiveWords: z.array(z.string().min(1)).default([]),
});

export type RegionSettings = z.infer<typeof regionSettingsSchema>;

export const defaultRegionSettings: RegionSettings = regionSettingsSchema.parse({});
