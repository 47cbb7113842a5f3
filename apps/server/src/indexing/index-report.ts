import type { Finding, Report } from '@nianbao/core';
import type { Database, ReportWithAgency, Standing } from '@nianbao/database';
import { findPublication, findReport } from '@nianbao/database';
import { indexForSearch } from '../search/index-for-search.ts';
import { indexSimilarity } from '../similarity/index-similarity.ts';

/** A text of a report as it is indexed: the working copy, or the version in force. */
export interface IndexedText {
  readonly standing: Standing;
  readonly report: Report;
  /** The public version; null for the working copy. */
  readonly version: number | null;
  /** What was found when it was published; null for the working copy, which is judged when it is asked for. */
  readonly findings: readonly Finding[] | null;
}

/** The texts of a report that stand now: the one in force, and the working copy where it is not that one. */
export async function indexedTexts(database: Database, found: ReportWithAgency): Promise<readonly IndexedText[]> {
  const { agencyId, year, content, state } = found.report;
  const published = await findPublication(database, { agencyId, year });
  const texts: IndexedText[] = [];
  if (state !== 'published' && state !== 'corrected') {
    texts.push({ standing: 'working', report: content, version: null, findings: null });
  }
  if (published !== null) {
    const { content: report, version, findings } = published;
    texts.push({ standing: 'published', report, version, findings });
  }
  return texts;
}

/** Brings search and similarity up to date with a report. Done twice it does no harm. */
export async function indexReport(transaction: Database, reportId: string): Promise<void> {
  const found = await findReport(transaction, reportId);
  if (found === null) return;
  const texts = await indexedTexts(transaction, found);
  await indexForSearch(transaction, found, texts);
  await indexSimilarity(transaction, found, texts);
}
