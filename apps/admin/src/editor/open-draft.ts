import type { Change, Report } from '@nianbao/core';
import { fieldOf, inverseOf } from '@nianbao/core';
import { problemOf } from '../api/problem.ts';
import { queryClient, trpc, trpcClient } from '../api/trpc.ts';
import type { DraftPorts, DraftSession, FieldConflict, SaveOutcome } from '../draft/draft-session.ts';
import { openDraft } from '../draft/draft-session.ts';
import { readUnsaved, writeUnsaved } from '../draft/unsaved-store.ts';
import type { ReportDetail } from './workspace.ts';

interface Failure {
  readonly error: unknown;
  readonly changes: readonly Change[];
  /** The report as it is stored now, to name the other person's values. */
  readonly stored: () => Promise<Report>;
}

async function outcomeOf(
  { error, changes, stored }: Failure,
  sentence: (error: unknown) => string,
): Promise<SaveOutcome> {
  const { kind, details } = problemOf(error);
  if (kind === 'offline' || kind === 'failed') return { kind: 'offline' };
  if (kind !== 'conflict') return { kind: 'refused', message: sentence(error) };
  const named = new Map(details.conflicts?.map(({ field, by }) => [field, by]));
  const report = await stored().catch(() => null);
  if (report === null) return { kind: 'offline' };
  const conflicts = changes.flatMap((mine): FieldConflict[] => {
    const by = named.get(fieldOf(mine));
    return by === undefined ? [] : [{ field: fieldOf(mine), mine, theirs: inverseOf(report, mine), by }];
  });
  return { kind: 'conflict', conflicts };
}

/** Opens the draft of a report for a person, with what they could not save the last time they were here. */
export function openReportDraft(
  detail: ReportDetail,
  user: string,
  sentence: (error: unknown) => string,
): DraftSession {
  const { id } = detail;
  const place = { user, report: id };
  const query = trpc.reports.get.queryOptions({ id });
  const reload = async () => queryClient.fetchQuery({ ...query, staleTime: 0 });
  const ports: DraftPorts = {
    async save(revision, changes) {
      try {
        const saved = await trpcClient.reports.save.mutate({ id, revision, changes: [...changes] });
        return { kind: 'saved', ...saved };
      } catch (error) {
        const stored = async () => (await reload()).report;
        return outcomeOf({ error, changes, stored }, sentence);
      }
    },
    reload,
    keep: (unsaved) => writeUnsaved(localStorage, place, unsaved),
    later(milliseconds, task) {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
    now: () => Date.now(),
  };
  const unsaved = readUnsaved(localStorage, place);
  return openDraft({ report: detail.report, revision: detail.revision }, unsaved, ports);
}
