import { getTableColumns } from 'drizzle-orm';
import { batched } from '../batched.ts';
import type { Database } from '../connect.ts';
import { report } from '../schema/report.ts';
import { amongGiven, statement } from '../statement.ts';
import { lineageOf } from './agencies.ts';

const { content: _content, ...columns } = getTableColumns(report);

/** A report without its words: where it stands, and its figures as `encodeFigures` writes them. */
export type ReportFigures = Omit<typeof report.$inferSelect, 'content'>;

export interface FoundFigures {
  readonly report: ReportFigures;
  /** Ids of the agencies from the report's own up to the root. */
  readonly lineage: readonly string[];
}

const byIds = statement('find_report_figures', (database) =>
  database
    .select({ report: columns, lineage: lineageOf(report.agencyId) })
    .from(report)
    .where(amongGiven(report.id, 'ids')),
);

const foundFigures = batched(async (database, ids: readonly string[]): Promise<(FoundFigures | null)[]> => {
  const rows = await byIds(database, { ids: JSON.stringify(ids) });
  const found = new Map(rows.map((row) => [row.report.id, row]));
  return ids.map((id) => found.get(id.toLowerCase()) ?? null);
});

/** A report's figures, for what needs none of its words: they are two hundred numbers beside some thousand characters. */
export async function findReportFigures(database: Database, id: string): Promise<FoundFigures | null> {
  return foundFigures(database, id);
}
