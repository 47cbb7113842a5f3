import type { Database } from '@nianbao/database';
import { listReportIds } from '@nianbao/database';

const atOnce = 100;

/** Does something with every report, each in a transaction of its own; gives how many there were. */
export async function forEveryReport(
  database: Database,
  work: (transaction: Database, reportId: string) => Promise<void>,
): Promise<number> {
  let count = 0;
  let last: string | null = null;
  for (;;) {
    const ids: string[] = await listReportIds(database, last, atOnce);
    for (const id of ids) await database.transaction((transaction) => work(transaction, id));
    count += ids.length;
    last = ids.at(-1) ?? null;
    if (last === null || ids.length < atOnce) return count;
  }
}
