import type { Facts, Lifecycle, Report } from '@nianbao/core';
import { emptyReport, formatForYear, newLifecycle, reportDigest } from '@nianbao/core';
import type { AgencyRow, Database } from '@nianbao/database';
import { findReport, insertPublication, insertReport, updateReport } from '@nianbao/database';

export interface Filed {
  readonly year: number;
  readonly facts?: Facts;
  /** Changes the empty report, as to give it a text. */
  readonly write?: (report: Report) => Report;
  readonly state: 'draft' | 'approved' | 'published';
}

const by = 'nobody';
const at = '2026-01-15T00:00:00.000Z';
const approval = { digest: '', ruleSetVersion: '', level: 'test', by, at };

function contentOf(agency: AgencyRow, { year, facts = {}, write = (report) => report }: Filed): Report {
  const format = formatForYear(year);
  if (format === null) throw new Error(`no format for ${year}`);
  return write({ ...emptyReport(agency.name, year, format), facts: { ...facts } });
}

async function publish(database: Database, reportId: string, version: number): Promise<void> {
  const found = await findReport(database, reportId);
  if (found === null) throw new Error('no report');
  const { agencyId, year, content } = found.report;
  await insertPublication(database, {
    ...{ reportId, agencyId, year, version, content, digest: reportDigest(content), approval },
    ...{ acceptances: [], attachments: [] },
    ...{ findings: [], explanations: [], ruleSetVersion: '', note: version > 1 ? '更正' : null },
    ...{ publishedAt: new Date(at), publishedBy: by, publishedByName: by },
  });
}

/** Puts a report where many people's work would have put it, without them: for what is about many reports. */
export async function fileReport(database: Database, agency: AgencyRow, filed: Filed): Promise<string> {
  const content = contentOf(agency, filed);
  const publicVersion = filed.state === 'published' ? 1 : 0;
  const lifecycle: Lifecycle = { ...newLifecycle, state: filed.state, publicVersion };
  const values = { agencyId: agency.id, year: filed.year, format: content.format, content, lifecycle, updatedBy: null };
  const report = await insertReport(database, values);
  if (report === null) throw new Error('there is a report already');
  if (publicVersion > 0) await publish(database, report.id, 1);
  return report.id;
}

/** Publishes a correction of a report that is public. */
export async function correctReport(database: Database, reportId: string, facts: Facts): Promise<void> {
  const found = await findReport(database, reportId);
  if (found === null) throw new Error('no report');
  const { lifecycle, content } = found.report;
  const publicVersion = lifecycle.publicVersion + 1;
  await updateReport(database, reportId, {
    content: { ...content, facts: { ...content.facts, ...facts } },
    lifecycle: { ...lifecycle, state: 'corrected', publicVersion },
  });
  await publish(database, reportId, publicVersion);
}

/** Moves a report to a state without the people who would. */
export async function putInState(database: Database, reportId: string, state: Lifecycle['state']): Promise<void> {
  const found = await findReport(database, reportId);
  if (found === null) throw new Error('no report');
  await updateReport(database, reportId, { lifecycle: { ...found.report.lifecycle, state } });
}
