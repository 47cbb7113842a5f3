import { listEvents, listExplanations, listVersions } from '@nianbao/database';
import { z } from 'zod';
import { actions } from '../access/permissions.ts';
import { allows } from '../access/standing.ts';
import { reportIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import type { OpenedReport } from '../api/trpc.ts';
import { checkWithContext, profileOf } from './check-context.ts';

export const getReportInput = z.object({ id: reportIdSchema });

const longestHistory = 500;

/** A report with everything that a person needs to work on it. */
export async function getReport({ database, opened }: PersonContext & { readonly opened: OpenedReport }) {
  const { report, agency, standings } = opened;
  const { prior } = await checkWithContext(database, { agency, year: report.year, report: report.content }, 'draft');
  const [explanations, versions, events] = await Promise.all([
    listExplanations(database, report.id),
    listVersions(database, agency.id, report.year),
    listEvents(database, report.id, longestHistory),
  ]);
  return {
    id: report.id,
    agency: { id: agency.id, name: agency.name, profile: profileOf(agency) },
    year: report.year,
    state: report.state,
    revision: report.revision,
    report: report.content,
    prior,
    explanations: explanations.map(({ explanation, writtenByName }) => ({
      rule: explanation.rule,
      instance: explanation.instance,
      text: explanation.text,
      writtenBy: writtenByName,
      writtenAt: explanation.writtenAt.toISOString(),
    })),
    publications: versions.map(({ publishedAt, ...version }) => ({ ...version, publishedAt: publishedAt.toISOString() })),
    history: events.map(({ at, actorName, action, changes, reason }) => ({
      at: at.toISOString(),
      by: actorName,
      action,
      fields: changes.map(({ field }) => field),
      reason,
    })),
    permissions: actions.filter((action) => allows(standings, action)),
  };
}
