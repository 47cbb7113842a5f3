import type { Report } from '@nianbao/core';
import { canonicalJson, reportDigest, reportSchema } from '@nianbao/core';
import { z } from 'zod';

/** Which published version of a report a document is; `address` is the public page where it can be looked up. */
export const publicationMarkSchema = z.strictObject({
  agencyId: z.string().max(200),
  version: z.int().min(1),
  publishedAt: z.iso.datetime({ offset: true }).nullable(),
  address: z.string().max(2000).nullable(),
});

export type PublicationMark = z.infer<typeof publicationMarkSchema>;

/**
 * The machine-readable report that every written document carries inside, so that it can be read back without loss and
 * compared with what the document shows. `digest` is that of `reportDigest`; `publication` is null for a draft.
 */
export const carriedReportSchema = z.strictObject({
  nianbao: z.literal(1),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  publication: publicationMarkSchema.nullable(),
  report: reportSchema,
});

export type CarriedReport = z.infer<typeof carriedReportSchema>;

/** Makes what a document of this report is to carry. */
export function carry(report: Report, publication: PublicationMark | null): CarriedReport {
  return { nianbao: 1, digest: reportDigest(report), publication, report };
}

/** Controls and code points that are no characters, which XML or HTML cannot hold but JSON can name. */
const unfit = /[\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;

/**
 * The carried report as text for a file: one form for the same report, so that the same document has the same bytes.
 * `edition` is that of the writer whose document it is, for what the document shows besides.
 */
export function carriedText(carried: CarriedReport, edition: number | null = null): string {
  const named = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return canonicalJson(edition === null ? carried : { ...carried, edition }).replace(unfit, named);
}

/** What was found inside a file: a report whose digest holds, or why it is none. */
export type FoundInside =
  | { readonly kind: 'sound'; readonly carried: CarriedReport; readonly edition: number | null }
  /** The report inside was changed: its digest is another than the one written beside it. */
  | { readonly kind: 'digestDiffers'; readonly carried: CarriedReport }
  | { readonly kind: 'malformed' };

const insideSchema = carriedReportSchema.extend({ edition: z.int().min(1).optional() });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads the text that a file carries inside. It comes from strangers: nothing in it is trusted before it is parsed. */
export function findInside(text: string): FoundInside {
  const parsed = insideSchema.safeParse(parse(text));
  if (!parsed.success) return { kind: 'malformed' };
  const { edition = null, ...carried } = parsed.data;
  if (reportDigest(carried.report) !== carried.digest) return { kind: 'digestDiffers', carried };
  return { kind: 'sound', carried, edition };
}
