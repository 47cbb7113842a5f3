import { z } from 'zod';
import { cellValueSchema, factsSchema } from '../figures/facts.ts';
import type { Format, FormatId, SectionId } from '../formats/format.ts';
import { formatById, formats } from '../formats/formats.ts';
import { blockSchema } from './blocks.ts';

export const sectionIds = [
  'overview',
  'proactiveDisclosure',
  'applications',
  'disputes',
  'problems',
  'otherMatters',
] as const satisfies readonly SectionId[];

export const formatIds = ['2019', '2021'] as const satisfies readonly FormatId[];

/** A section as it stands in the report: the heading as written, and which of the six it is, or null for none. */
export const sectionSchema = z.strictObject({
  id: z.enum(sectionIds).nullable(),
  title: z.string().max(500),
  blocks: z.array(blockSchema).max(5000),
});

export const contactSchema = z.strictObject({
  name: z.string().max(200).nullable(),
  address: z.string().max(500).nullable(),
  postcode: z.string().max(20).nullable(),
  phones: z.array(z.string().max(50)).max(20),
  emails: z.array(z.string().max(200)).max(20),
});

/**
 * One report: one organ, one year. Dates are ISO (2025-01-15). `agency` and `year` are null only while an import could
 * not tell them; `format` is null for a report from before the official tables, which then has no facts.
 * `preface` is what stands before section 一: the basis, the period, the contact.
 */
export const reportSchema = z
  .strictObject({
    agency: z.string().min(1).max(200).nullable(),
    year: z.int().min(2008).max(2100).nullable(),
    format: z.enum(formatIds).nullable(),
    title: z.string().max(500),
    publishedOn: z.iso.date().nullable(),
    writtenOn: z.iso.date().nullable(),
    indexNumber: z.string().max(100).nullable(),
    contact: contactSchema.nullable(),
    preface: z.array(blockSchema).max(1000),
    sections: z.array(sectionSchema).max(60),
    facts: z.record(z.string(), cellValueSchema),
  })
  .superRefine((report, context) => {
    const parsed = factsSchemaOf(report.format).safeParse(report.facts);
    for (const issue of parsed.error?.issues ?? []) {
      context.addIssue({ code: 'custom', message: issue.message, path: ['facts', ...issue.path] });
    }
  });

export type Report = z.infer<typeof reportSchema>;
export type ReportSection = z.infer<typeof sectionSchema>;
export type Contact = z.infer<typeof contactSchema>;

const noFacts = z.strictObject({});
const factsSchemas = new Map(formats.map((format) => [format.id, factsSchema(format)]));

function factsSchemaOf(id: FormatId | null) {
  return (id !== null && factsSchemas.get(id)) || noFacts;
}

/** The format that the report is written in, or null for a report from before the official tables. */
export function formatOf(report: Pick<Report, 'format'>): Format | null {
  return report.format === null ? null : formatById[report.format];
}

/** An empty report of an organ for a year: the six official headings, no text, every cell blank. */
export function emptyReport(agency: string, year: number, format: Format): Report {
  return {
    agency,
    year,
    format: format.id,
    title: `${agency}${year}年政府信息公开工作年度报告`,
    publishedOn: null,
    writtenOn: null,
    indexNumber: null,
    contact: null,
    preface: [],
    sections: format.sections.map(({ id, title }) => ({ id, title, blocks: [] })),
    facts: {},
  };
}
