import type { Report } from '@nianbao/core';
import { namedSince, renamed, withoutLastName } from '@nianbao/core';
import type { AgencyRow, Database, ReportHead } from '@nianbao/database';
import { appendAuditEvent, lockReport, lockReportsFrom, updateReport } from '@nianbao/database';
import { z } from 'zod';
import { agencyIdSchema } from '../api/ids.ts';
import { reportEvent } from '../reports/report-event.ts';
import { agencyNameSchema, assertNameFree } from './agency-fields.ts';
import { agencyRefusal } from './agency-refused.ts';
import { agencyView, agencyViewSchema } from './agency-view.ts';
import type { AgencyContext } from './in-locked-tree.ts';
import { inLockedTree, writeAgency } from './in-locked-tree.ts';
import { reportYearSchema } from './report-year.ts';

export const renameAgencyInput = z.object({
  agencyId: agencyIdSchema,
  name: agencyNameSchema,
  /** The first report year under the new name. */
  fromYear: reportYearSchema,
});

export const renameAgencyOutput = agencyViewSchema.extend({
  /** Reports for the new name's years that keep the old one because they are under review or public. */
  keptName: z.array(z.object({ id: z.uuid(), year: z.int() })),
});

/** States in which a report is in its editors' hands. */
const inHand: readonly ReportHead['state'][] = ['draft', 'returned'];

function underName(report: Report, { from, to }: { readonly from: string; readonly to: string }): Report {
  return { ...report, agency: to, title: report.title.replace(from, to) };
}

/** Files the reports that are in their editors' hands under the new name; gives those that are not. */
async function refile(
  context: AgencyContext,
  transaction: Database,
  { agency, name, fromYear }: { readonly agency: AgencyRow; readonly name: string; readonly fromYear: number },
): Promise<{ id: string; year: number }[]> {
  const kept: { id: string; year: number }[] = [];
  for (const { id, year } of await lockReportsFrom(transaction, [agency.id], fromYear)) {
    const report = await lockReport(transaction, id);
    if (report === null) continue;
    if (!inHand.includes(report.state) || report.lifecycle.publicVersion > 0) {
      kept.push({ id, year });
      continue;
    }
    const { content } = report;
    const next = underName(content, { from: agency.name, to: name });
    const revision = await updateReport(transaction, id, { content: next, updatedAt: context.now });
    const changes = (['agency', 'title'] as const)
      .map((field) => ({ field: `head:${field}`, before: content[field], after: next[field] }))
      .filter(({ before, after }) => before !== after);
    await appendAuditEvent(transaction, { ...reportEvent(context, report, 'report.rename'), revision, changes });
  }
  return kept;
}

/** Gives an agency a new name from a report year on. Reports of earlier years stay under the name they were filed under. */
export function renameAgency(
  context: AgencyContext,
  { name, fromYear }: z.infer<typeof renameAgencyInput>,
): Promise<z.infer<typeof renameAgencyOutput>> {
  return inLockedTree(context, async (transaction, agency) => {
    const { id, parentId, endedAfter } = agency;
    if (endedAfter !== null) throw agencyRefusal('ended', { name: agency.name, year: endedAfter });
    const values = renamed(agency, name, fromYear);
    if (values === null) throw agencyRefusal('renamed-since', { year: namedSince(agency) ?? fromYear });
    if (name === agency.name) return { ...agencyView(agency), keptName: [] };
    await assertNameFree(transaction, { name, parentId, self: id });
    const row = await writeAgency(context, transaction, { agency, values, action: 'agency.rename' });
    return { ...agencyView(row), keptName: await refile(context, transaction, { agency, name, fromYear }) };
  });
}

/** Takes back the last change of name, while no report has been opened for its years. */
export function undoRename(context: AgencyContext): Promise<z.infer<typeof agencyViewSchema>> {
  return inLockedTree(context, async (transaction, agency) => {
    const { id, parentId } = agency;
    const values = withoutLastName(agency);
    if (values === null) throw agencyRefusal('not-renamed');
    const [report] = await lockReportsFrom(transaction, [id], namedSince(agency) ?? 0);
    if (report !== undefined) throw agencyRefusal('reports-depend', { name: agency.name, year: report.year });
    await assertNameFree(transaction, { name: values.name, parentId, self: id });
    return agencyView(await writeAgency(context, transaction, { agency, values, action: 'agency.undoRename' }));
  });
}
