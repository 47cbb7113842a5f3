import { listExplanations, listPublicAttachments } from '@nianbao/database';
import { z } from 'zod';
import type { OpenedReport } from '../access/opened-report.ts';
import { reportIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import type { ComparedVersion, WordedComparison } from './compare-versions.ts';
import { compareVersions, publishedVersion } from './compare-versions.ts';

const versionOrDraft = z.union([z.int().min(1), z.literal('draft')]);

export const compareReportInput = z.object({ id: reportIdSchema, from: versionOrDraft, to: versionOrDraft });

type ReportContext = PersonContext & { readonly opened: OpenedReport };

async function versionOf(
  { database, opened }: ReportContext,
  version: z.infer<typeof versionOrDraft>,
): Promise<ComparedVersion> {
  const { id, agencyId, year, content } = opened.report;
  if (version !== 'draft') return publishedVersion(database, { agencyId, year, version });
  const [explanations, attachments] = await Promise.all([
    listExplanations(database, [id]),
    listPublicAttachments(database, [id]),
  ]);
  return { content, explanations, attachments };
}

/** What differs between two versions of a report, or between one and the draft. */
export async function compareReport(
  context: ReportContext,
  { from, to }: z.infer<typeof compareReportInput>,
): Promise<WordedComparison> {
  const [before, after] = await Promise.all([versionOf(context, from), versionOf(context, to)]);
  return compareVersions(before, after);
}
