import type { Facts, FigureRow } from '@nianbao/core';
import { cellDifferences, decodeFigures, factsFromRow, rolledUpFacts, sourceChanges, sourcesOf } from '@nianbao/core';
import { figureBases, listAdditions, listSources, listTakes, lowerGovernmentOrders } from '@nianbao/database';
import { z } from 'zod';
import type { OpenedReport } from '../access/opened-report.ts';
import { reportIdSchema } from '../api/ids.ts';
import type { PersonContext } from '../api/request-context.ts';
import { coverageBody, coverageOutput, differenceOutput } from './roll-up-output.ts';
import { summingInput, sumUp } from './summed.ts';
import { assertRollsUp, wantedFacts } from './take-roll-up.ts';

export const rollUpStateInput = z.object({ reportId: reportIdSchema });

const taken = z.object({
  at: z.string(),
  by: z.string(),
  basis: z.enum(figureBases),
  includeVertical: z.boolean(),
  lowerGovernments: z.enum(lowerGovernmentOrders),
  /** As it was then. */
  coverage: coverageOutput,
});

export const rollUpStateOutput = z.object({
  /** Null while the sum has not been taken into the report. */
  taken: taken.nullable(),
  /** As it is now. */
  coverage: coverageOutput,
  additions: z.array(
    z.object({ key: z.string(), value: z.number(), reason: z.string(), by: z.string(), at: z.string() }),
  ),
  /** Whose report was corrected, came in or went out since the sum was taken, and what that changes in it. */
  sources: z.array(
    z.object({
      agencyId: z.uuid(),
      name: z.string(),
      kind: z.enum(['added', 'withdrawn', 'corrected']),
      takenVersion: z.int().nullable(),
      version: z.int().nullable(),
      cells: z.array(differenceOutput),
    }),
  ),
  /** The cells of the sum that are different now, from what was taken to what it is. */
  sums: z.array(differenceOutput),
  /** What taking it again would change in the report, own additions kept. */
  report: z.array(differenceOutput),
});

const versionOf = (source: { readonly version: number } | undefined) =>
  source === undefined || source.version === 0 ? null : source.version;

/** How a government's report stands to the sum of its members now. */
export async function rollUpState({
  database,
  opened,
}: PersonContext & { readonly opened: OpenedReport }): Promise<z.infer<typeof rollUpStateOutput>> {
  const { report } = opened;
  const { agencyId, year } = report;
  const [[take], sources, additions] = await Promise.all([
    listTakes(database, [report.id]),
    listSources(database, report.id),
    listAdditions(database, [report.id]),
  ]);
  const summed = await sumUp(database, { agencyId, year }, take ?? z.object(summingInput).parse({}));
  assertRollsUp(report, summed);
  const { result, government, format, nodes, figures } = summed;
  const before = new Map<string, FigureRow>(sources.map((source) => [source.agencyId, decodeFigures(source.figures)]));
  const changed = take === undefined ? [] : sourceChanges(format, before, sourcesOf(result, government));
  const wasSource = new Map(sources.map((source) => [source.agencyId, source]));
  const takenSum: Facts = take === undefined ? {} : factsFromRow(decodeFigures(take.figures));
  return {
    taken:
      take === undefined
        ? null
        : {
            ...{ at: take.takenAt.toISOString(), by: take.takenByName, basis: take.basis, coverage: take.coverage },
            ...{ includeVertical: take.includeVertical, lowerGovernments: take.lowerGovernments },
          },
    coverage: coverageBody(summed),
    additions: additions.map(({ key, value, reason, writtenByName, writtenAt }) => ({
      ...{ key, value, reason, by: writtenByName, at: writtenAt.toISOString() },
    })),
    sources: changed.map(({ agencyId: id, kind, cells }) => ({
      ...{ agencyId: id, name: nodes.get(id)?.name ?? wasSource.get(id)?.agencyName ?? '', kind },
      takenVersion: versionOf(wasSource.get(id)),
      version: kind === 'withdrawn' ? null : versionOf(figures.get(id)),
      cells: [...cells],
    })),
    sums: take === undefined ? [] : [...cellDifferences(format, takenSum, rolledUpFacts(result, government.id))],
    report: [...cellDifferences(format, report.content.facts, wantedFacts(summed, report, additions))],
  };
}
