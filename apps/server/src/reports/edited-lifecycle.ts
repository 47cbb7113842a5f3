import type { Lifecycle, MoveSubject } from '@nianbao/core';
import { applyMove, ruleSetVersion } from '@nianbao/core';
import type { Database, ReportRow } from '@nianbao/database';
import type { OpenedReport } from '../access/opened-report.ts';
import type { PersonContext } from '../api/request-context.ts';
import { ServiceError } from '../errors/service-error.ts';
import { judge } from './judgement.ts';

type ReportContext = PersonContext & { readonly opened: OpenedReport };

/** What an edit is judged by. Only acceptances ask about the content: a save of any other report needs no query for it. */
async function editedSubject(transaction: Database, report: ReportRow, opened: OpenedReport): Promise<MoveSubject> {
  if (report.lifecycle.acceptances.length > 0) return (await judge(transaction, report, opened.agency)).subject;
  return { report: report.content, explanations: [], attachments: [], findings: [], ruleSetVersion };
}

/**
 * Where a report stands after a person changes its figures, words, explanations or public files: an approval is gone, and
 * they count among its editors. To be asked before anything is written. Throws `NOT_EDITABLE` while the report is under
 * review, accepted further up or public.
 */
export async function editedLifecycle(
  { person, now, opened }: ReportContext,
  transaction: Database,
  report: ReportRow,
): Promise<Lifecycle> {
  const { grants, lineage } = opened;
  const subject = await editedSubject(transaction, report, opened);
  const actor = { id: person.id, grants };
  const request = { move: 'edit', actor, lineage, at: now.toISOString(), reason: null, subject } as const;
  const result = applyMove(report.lifecycle, request);
  if (result.ok) return result.lifecycle;
  throw new ServiceError(result.refusals.some(({ code }) => code === 'not-allowed') ? 'NOT_ALLOWED' : 'NOT_EDITABLE');
}
