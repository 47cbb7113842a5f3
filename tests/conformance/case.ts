import type { CheckContext, Report } from '@nianbao/core';
import {
  agencyProfileSchema,
  emptyReport,
  formatById,
  formatForYear,
  regionSettingsSchema,
  reportSchema,
} from '@nianbao/core';
import { z } from 'zod';

const givenReportSchema = z
  .strictObject(reportSchema.shape)
  .partial()
  .extend({
    otherCells: z.literal(0).nullable().optional(),
  });

/**
 * A case says of a report only what differs from an empty one of 青岚镇人民政府 for 2024. `otherCells` is what stands in
 * the cells that `facts` leaves out: 0 in a report that is filled in, null (the default) where they are blank.
 */
function completeReport({ otherCells, ...given }: z.infer<typeof givenReportSchema>): Report {
  const year = given.year ?? 2024;
  const id = given.format === undefined ? (formatForYear(year)?.id ?? null) : given.format;
  const format = formatById[id ?? '2021'];
  const filled = otherCells === 0 && id !== null ? Object.fromEntries(format.cells.map(({ key }) => [key, 0])) : {};
  return reportSchema.parse({
    ...emptyReport(given.agency ?? '青岚镇人民政府', year, format),
    ...given,
    format: id,
    facts: { ...filled, ...given.facts },
  });
}

const caseReport = givenReportSchema.transform(completeReport);

/** The inputs of a check that a case names; what it leaves out is not known to the check. */
const caseContext = z
  .strictObject({
    stage: z.enum(['draft', 'import', 'publication']),
    settings: regionSettingsSchema,
    agency: agencyProfileSchema.nullable(),
    prior: caseReport,
    restated: z.record(z.string(), z.number()),
    members: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        role: z.enum(['ownOffice', 'organ', 'lowerGovernment']),
        profile: agencyProfileSchema.nullable(),
        report: caseReport.nullable(),
      }),
    ),
    jointDocuments: z.array(z.strictObject({ title: z.string(), lead: z.string(), countedBy: z.array(z.string()) })),
    roster: z.strictObject({
      due: z.array(z.strictObject({ id: z.string(), name: z.string() })),
      filed: z.array(z.strictObject({ agency: z.string(), report: z.string() })),
    }),
    peers: z.array(z.strictObject({ name: z.string(), report: caseReport })),
    publication: z.strictObject({
      deadline: z.iso.date().nullable(),
      attachments: z.array(z.strictObject({ name: z.string(), report: caseReport })),
      versions: z.array(z.strictObject({ digest: z.string(), note: z.string().nullable() })),
    }),
  })
  .partial();

/** A finding as a case expects it; `instance`, `repair` and `quote` are compared where the case gives them. */
const expectedFinding = z.strictObject({
  rule: z.string(),
  instance: z.string().nullable().optional(),
  severity: z.enum(['error', 'warning', 'notice']),
  cells: z.array(z.string()),
  expected: z.union([z.number(), z.string(), z.null()]),
  actual: z.union([z.number(), z.string(), z.null()]),
  quote: z.string().optional(),
  repair: z.strictObject({ cell: z.string(), value: z.number() }).nullable().optional(),
});

/**
 * One conformance case: a report in, findings out. It judges the rules that it names and no other, and of those the
 * findings are complete and in order.
 */
export const conformanceCaseSchema = z.strictObject({
  name: z.string().min(1),
  rules: z.array(z.string()).min(1),
  context: caseContext.default({}),
  report: caseReport,
  findings: z.array(expectedFinding),
});

export type ExpectedFinding = z.infer<typeof expectedFinding>;

export interface ConformanceCase {
  /** File and name, for the test's title. */
  readonly title: string;
  readonly rules: readonly string[];
  readonly context: Partial<CheckContext>;
  readonly report: Report;
  readonly findings: readonly ExpectedFinding[];
}

export const caseFileSchema = z.array(conformanceCaseSchema);
