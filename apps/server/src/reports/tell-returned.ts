import type { Database, ReportRow } from '@nianbao/database';
import { listHolders } from '@nianbao/database';
import type { OpenedReport } from '../access/opened-report.ts';
import type { PersonContext } from '../api/request-context.ts';
import { notify } from '../notifications/notify.ts';

interface Returned {
  readonly report: ReportRow;
  /** The report's revision after it. */
  readonly revision: number;
  readonly reason: string | null;
}

/** Tells those who are to act on a report that came back, with the reason: its editors and the head of the agency. */
export async function tellReturned(
  { person, now, opened: { agency } }: PersonContext & { readonly opened: OpenedReport },
  transaction: Database,
  { report, revision, reason }: Returned,
): Promise<void> {
  const holders = await listHolders(transaction, [agency.id], ['editor', 'agencyHead']);
  const people = new Set(holders.map(({ userId }) => userId).filter((one) => one !== person.id));
  const name = report.content.agency ?? agency.name;
  const values = { agency: name, year: report.year, by: person.name, reason: reason ?? '' };
  const told = { values, link: `/admin/reports/${report.id}`, key: `returned:${report.id}:${revision}` };
  await notify(
    transaction,
    [...people].map((userId) => ({ ...told, kind: 'report.returned' as const, userId })),
    now,
  );
}
