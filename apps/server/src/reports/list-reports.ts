import type { MoveSubject } from '@nianbao/core';
import { moveSubject, reportStates } from '@nianbao/core';
import type { Database, ReportWithAgency } from '@nianbao/database';
import {
  listExplanations,
  mapPublishedContents,
  publicationName,
  listReports as queryReports,
} from '@nianbao/database';
import { z } from 'zod';
import { agenciesFor } from '../access/standing.ts';
import type { PersonContext } from '../api/request-context.ts';
import { dueOn, isOverdue } from './deadline.ts';
import { checkContextOf, countFindings, explanationFrom } from './judgement.ts';

export const listReportsInput = z.object({
  year: z.int().optional(),
  state: z.enum(reportStates).optional(),
  search: z.string().trim().min(1).max(100).optional(),
});

async function judgeAll(database: Database, rows: readonly ReportWithAgency[]): Promise<MoveSubject[]> {
  const [explanations, priors] = await Promise.all([
    listExplanations(
      database,
      rows.map(({ report }) => report.id),
    ),
    mapPublishedContents(
      database,
      rows.map(({ agency }) => agency.id),
      [...new Set(rows.map(({ report }) => report.year - 1))],
    ),
  ]);
  return rows.map(({ report, agency }) => {
    const answers = explanations.filter(({ reportId }) => reportId === report.id).map(explanationFrom);
    const prior = priors.get(publicationName(agency.id, report.year - 1)) ?? null;
    return moveSubject(report.content, answers, checkContextOf(agency, prior));
  });
}

/** The reports of the agencies that a person may see, with what the check says of each now. */
export async function listReports(context: PersonContext, filter: z.infer<typeof listReportsInput>) {
  const { database, person, now } = context;
  const agencies = await agenciesFor(database, person, 'report.read');
  const rows = await queryReports(database, { ...filter, agencies: agencies.map(({ id }) => id) });
  const subjects = await judgeAll(database, rows);
  return subjects.flatMap((subject, position) => {
    const row = rows[position];
    if (row === undefined) return [];
    const { report, agency, updatedByName } = row;
    const due = dueOn(agency, report.year);
    return [
      {
        id: report.id,
        agencyId: agency.id,
        agencyName: agency.name,
        agencyKind: agency.kind,
        year: report.year,
        format: report.format,
        state: report.state,
        revision: report.revision,
        updatedAt: report.updatedAt.toISOString(),
        updatedBy: updatedByName,
        counts: countFindings(subject),
        due,
        overdue: isOverdue(report, due, now),
      },
    ];
  });
}
