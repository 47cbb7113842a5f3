import type { Database } from '@nianbao/database';
import { listUnindexedAgencies, replaceAgencyEntries } from '@nianbao/database';
import { agencyEntry } from './agency-entry.ts';

const atOnce = 500;

/** Indexes the agencies that are new, were renamed, or have published for the first time. */
export async function indexAgencies(database: Database): Promise<void> {
  for (;;) {
    const agencies = await listUnindexedAgencies(database, atOnce);
    await replaceAgencyEntries(database, agencies.map(agencyEntry));
    if (agencies.length < atOnce) return;
  }
}
