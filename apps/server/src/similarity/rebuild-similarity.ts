import type { Database } from '@nianbao/database';
import { findReport, forgetSimilarity } from '@nianbao/database';
import { forEveryReport } from '../indexing/every-report.ts';
import { indexedTexts } from '../indexing/index-report.ts';
import { indexSimilarity } from './index-similarity.ts';

/** Makes all signatures and pairs anew, as after a change of how texts are compared; gives the number of reports. */
export async function rebuildSimilarity(database: Database): Promise<number> {
  await forgetSimilarity(database);
  return forEveryReport(database, async (transaction, reportId) => {
    const found = await findReport(transaction, reportId);
    if (found !== null) await indexSimilarity(transaction, found, await indexedTexts(transaction, found));
  });
}
