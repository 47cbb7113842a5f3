import type { Database, NewSearchEntry, ReportWithAgency } from '@nianbao/database';
import { replaceAgencyEntries, replaceReportEntries } from '@nianbao/database';
import type { IndexedText } from '../indexing/index-report.ts';
import { judge } from '../reports/judgement.ts';
import { agencyEntry } from './agency-entry.ts';
import { findingEntries, narrativeEntries } from './report-entries.ts';

/** Keeps what search finds of a report: its agency, its texts, and what is found in them. */
export async function indexForSearch(
  transaction: Database,
  { report, agency }: ReportWithAgency,
  texts: readonly IndexedText[],
): Promise<void> {
  const entries: NewSearchEntry[] = [];
  for (const { standing, report: content, version, findings } of texts) {
    const head = { agencyId: agency.id, reportId: report.id, standing, year: report.year, version };
    const found = findings ?? (await judge(transaction, report, agency)).subject.findings;
    entries.push(...narrativeEntries(head, content, content.agency ?? agency.name));
    entries.push(...findingEntries(head, found, content.agency ?? agency.name));
  }
  await replaceReportEntries(transaction, report.id, entries);
  if (texts.some(({ standing }) => standing === 'published')) {
    await replaceAgencyEntries(transaction, [agencyEntry({ ...agency, isPublic: true })]);
  }
}
