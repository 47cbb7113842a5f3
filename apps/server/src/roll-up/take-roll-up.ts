import type { Change } from '@nianbao/core';
import {
  cellDifferences,
  encodeFigures,
  formatOf,
  rolledUpFacts,
  rowFromFacts,
  sumMembers,
  withAdditions,
} from '@nianbao/core';
import type { Database, ReportRow, RollUpSourceRow } from '@nianbao/database';
import { appendAuditEvent, listAdditions, lockReport, replaceTake } from '@nianbao/database';
import { z } from 'zod';
import type { OpenedReport } from '../access/opened-report.ts';
import { reportIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { editedLifecycle } from '../reports/edited-lifecycle.ts';
import { reportEvent } from '../reports/report-event.ts';
import { writeChangesWithin } from '../reports/write-changes.ts';
import { additionsOf } from './government.ts';
import { coverageBody, coverageOutput, differenceOutput } from './roll-up-output.ts';
import type { Summed } from './summed.ts';
import { summingInput, sumUp } from './summed.ts';

export const takeRollUpInput = z.object({
  reportId: reportIdSchema,
  /** The revision that the person looked at. */
  revision: z.int().min(1),
  ...summingInput,
});

export const takeRollUpOutput = z.object({
  revision: z.int(),
  coverage: coverageOutput,
  /** What it changed in the report. */
  changed: z.array(differenceOutput),
});

/** The reports that are in the sum, with their figures as they are now. */
function sourceRows({ result, government, figures }: Summed): Omit<RollUpSourceRow, 'reportId'>[] {
  return sumMembers(result, government).flatMap(({ agency, status }) => {
    const from = status === 'reported' ? figures.get(agency.id) : undefined;
    if (from === undefined) return [];
    const { version, revision, row } = from;
    return [{ agencyId: agency.id, agencyName: agency.name, version, revision, figures: encodeFigures(row) }];
  });
}

/** Refuses reports that nothing is rolled up in. */
export function assertRollsUp(report: ReportRow, { format }: Summed): void {
  if (formatOf(report.content)?.id !== format.id) throw new ServiceError('NO_ROLL_UP');
}

/** What the figures of a report would be with the sum and its own additions. */
export function wantedFacts(
  { result, government, format }: Summed,
  report: ReportRow,
  additions: Awaited<ReturnType<typeof listAdditions>>,
) {
  return withAdditions(format, rolledUpFacts(result, government.id), additionsOf(report, additions));
}

async function writeDown(
  context: PersonContext,
  transaction: Database,
  {
    reportId,
    summed,
    summing,
  }: {
    reportId: string;
    summed: Summed;
    summing: Pick<z.infer<typeof takeRollUpInput>, 'basis' | 'includeVertical' | 'lowerGovernments'>;
  },
) {
  const { result, government, format } = summed;
  const coverage = coverageBody(summed);
  const { basis, includeVertical, lowerGovernments } = summing;
  const figures = encodeFigures(rowFromFacts(format, rolledUpFacts(result, government.id)));
  const taken = { takenAt: context.now, takenBy: context.person.id, takenByName: context.person.name };
  await replaceTake(
    transaction,
    { reportId, basis, includeVertical, lowerGovernments, format: format.id, coverage, figures, ...taken },
    sourceRows(summed),
  );
  return coverage;
}

/**
 * Fills a government's report with the sum of its members and its own additions, as an edit like any other, and keeps
 * from which version of whose report it was taken. Taken again, it changes what has changed since.
 */
export async function takeRollUp(
  context: PersonContext & { readonly opened: OpenedReport },
  { revision: madeOn, reportId, ...summing }: z.infer<typeof takeRollUpInput>,
): Promise<z.infer<typeof takeRollUpOutput>> {
  return context.database.transaction(async (transaction) => {
    const report = await lockReport(transaction, reportId);
    if (report === null) throw new ServiceError('NOT_FOUND');
    await editedLifecycle(context, transaction, report);
    const { agencyId, year } = report;
    const summed = await sumUp(transaction, { agencyId, year }, summing);
    assertRollsUp(report, summed);
    const wanted = wantedFacts(summed, report, await listAdditions(transaction, [reportId]));
    const changed = cellDifferences(summed.format, report.content.facts, wanted);
    const changes = changed.map(({ key, after }): Change => ({ kind: 'fact', key, value: after }));
    const given = { revision: madeOn, changes, action: 'report.rollUp' } as const;
    const written = await writeChangesWithin(transaction, context, given);
    const coverage = await writeDown(context, transaction, { reportId, summed, summing });
    if (changes.length === 0) {
      const event = reportEvent(context, report, 'report.rollUp');
      await appendAuditEvent(transaction, { ...event, revision: written.revision });
    }
    return { revision: written.revision, coverage, changed: [...changed] };
  });
}
