import type { Database } from '@nianbao/database';
import { findReport, forgetSearchEntries } from '@nianbao/database';
import { forEveryReport } from '../indexing/every-report.ts';
import { indexedTexts } from '../indexing/index-report.ts';
import { indexAgencies } from './index-agencies.ts';
import { indexForSearch } from './index-for-search.ts';

/** Makes the whole index of search anew, as after a change of its dictionary; gives the number of reports. */
export async function rebuildSearch(database: Database): Promise<number> {
  await forgetSearchEntries(database);
  await indexAgencies(database);
  return forEveryReport(database, async (transaction, reportId) => {
    const found = await findReport(transaction, reportId);
    if (found !== null) await indexForSearch(transaction, found, await indexedTexts(transaction, found));
  });
}
